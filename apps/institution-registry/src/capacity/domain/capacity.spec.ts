import { availabilityOf } from './availability.js';
import { figureAge, isFresh } from './figure-age.js';

it.each([
  [{ free: 1, needsAssessment: false, hasWaitlist: true }, 'HAS'],
  [{ free: 1, needsAssessment: true, hasWaitlist: true }, 'NEEDS_ASSESSMENT'],
  [{ free: 0, needsAssessment: true, hasWaitlist: true }, 'WAITLIST'],
  [{ free: 0, needsAssessment: true, hasWaitlist: false }, 'NONE'],
  [{ free: -1, needsAssessment: false, hasWaitlist: false }, 'NONE'],
])('C21 answers %o with %s', (beds, answer) => expect(availabilityOf(beds)).toBe(answer));

describe('the age of a figure', () => {
  const now = new Date('2024-03-02T01:00:00Z');
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

  it('is that of the copy, or of the last use where that is younger', () => {
    expect(figureAge({ wholeAt: before(0), usedAt: before(72).getTime() }, now)).toEqual({ asOf: now, ageSeconds: 0 });
    expect(figureAge({ wholeAt: before(2), usedAt: before(1).getTime() }, now)).toEqual({
      asOf: before(1),
      ageSeconds: 3600,
    });
    expect(figureAge({ wholeAt: undefined, usedAt: before(1).getTime() }, now).ageSeconds).toBe(3600);
    expect(figureAge({ wholeAt: undefined, usedAt: null }, now)).toEqual({ asOf: null, ageSeconds: null });
  });

  it('REG-47 is fresh up to 24 hours', () => {
    expect(isFresh(24 * 3600, 24)).toBe(true);
    expect(isFresh(24 * 3600 + 1, 24)).toBe(false);
    expect(isFresh(null, 24)).toBe(false);
  });
});
