import { grantEndAfter } from './read-grant.js';

it('REF-27 ends 30 days after the civil day of completion in Shanghai, that day included', () => {
  expect(grantEndAfter(new Date('2026-03-02T15:59:59Z'), 30)).toEqual({
    ...{ endsOn: '2026-04-01', endsAt: new Date('2026-04-01T16:00:00Z') },
  });
  expect(grantEndAfter(new Date('2026-03-02T16:00:00Z'), 30).endsOn).toBe('2026-04-02');
});

it('REF-27 ends on the day itself without a tail', () => {
  expect(grantEndAfter(new Date('2026-03-02T01:00:00Z'), 0).endsOn).toBe('2026-03-02');
});
