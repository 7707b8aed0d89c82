import fc from 'fast-check';
import { referralFigures, type ReferralFact } from './referral-figures.js';
import { medianOf } from './indicator.js';
import { periodOf } from './period.js';

const Q2 = periodOf('2026-Q2', '2026-08-01');
const at = (text: string) => new Date(`2026-${text}:00+08:00`);

const aReferral = (of: Partial<ReferralFact> = {}): ReferralFact => ({
  direction: 'UP',
  urgency: 'ROUTINE',
  requestedAt: at('05-01T10:00'),
  acceptedAt: null,
  rejectedAt: null,
  completedAt: null,
  ...of,
});

describe('I19', () => {
  it('gives counts, acceptance, median response and completion', () => {
    const referrals = [
      aReferral({ acceptedAt: at('05-01T10:10'), completedAt: at('05-09T10:00') }),
      aReferral({ direction: 'DOWN', acceptedAt: at('05-01T10:31') }),
      aReferral({ rejectedAt: at('05-01T11:00') }),
      aReferral(),
    ];
    expect(referralFigures(referrals, Q2)).toMatchObject({
      numerator: 2,
      denominator: 4,
      value: 0.5,
      parts: { up: 3, down: 1, acceptanceRate: 0.5, medianResponseMinutes: 31, completionRate: 0.5 },
    });
  });

  it('has no rate and no median where nothing was asked or taken', () => {
    expect(referralFigures([], Q2)).toMatchObject({
      denominator: 0,
      value: null,
      parts: { up: 0, down: 0, acceptanceRate: null, medianResponseMinutes: null, completionRate: null },
    });
  });

  it.each([
    ['03-31T23:59', 0],
    ['04-01T00:00', 1],
    ['06-30T23:59', 1],
    ['07-01T00:00', 0],
  ])('counts a referral requested at %s Shanghai time %i times in the second quarter', (requestedAt, expected) => {
    expect(referralFigures([aReferral({ requestedAt: at(requestedAt) })], Q2).parts?.['up']).toBe(expected);
  });

  it('counts an emergency as a referral, not as an answer', () => {
    const emergency = aReferral({
      urgency: 'EMERGENCY',
      acceptedAt: at('05-01T10:00'),
      completedAt: at('05-02T10:00'),
    });
    expect(referralFigures([emergency], Q2)).toMatchObject({
      denominator: 0,
      parts: { up: 1, medianResponseMinutes: null, completionRate: 1 },
    });
  });

  it('takes the middle of the answers, the mean of the two middle ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 30 }), (minutes) => {
        const median = medianOf(minutes) as number;
        const below = minutes.filter((value) => value < median).length;
        const above = minutes.filter((value) => value > median).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(minutes.length / 2);
        expect(Math.min(...minutes) <= median && median <= Math.max(...minutes)).toBe(true);
      }),
    );
    expect(medianOf([10, 31, 60, 20])).toBe(25.5);
  });
});

describe('a period', () => {
  it('gives stock figures for its last day, or for today while it runs', () => {
    expect(periodOf('2026-Q2', '2026-06-30').asOf).toBe('2026-06-30');
    expect(periodOf('2026-Q2', '2026-07-01').asOf).toBe('2026-06-30');
    expect(periodOf('2026-Q2', '2026-05-05').asOf).toBe('2026-05-05');
  });

  it('is refused before its first day and not on it', () => {
    expect(() => periodOf('2026-Q3', '2026-06-30')).toThrow('PERIOD_NOT_BEGUN');
    expect(periodOf('2026-Q3', '2026-07-01').asOf).toBe('2026-07-01');
  });
});
