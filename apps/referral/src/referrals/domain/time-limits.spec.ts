import { answerLimit, expiryLimit, hoursAfter, isLate } from './time-limits.js';

const requestedAt = new Date('2024-03-02T00:00:00Z');
const ground = { clause: 'c', source: 's', policyVersion: 'v@1' };
const answers = { value: { EMERGENCY: 15, URGENT: 30, ROUTINE: 1440 }, ...ground };
const expiry = { value: { UP: 24, DOWN: 48, LATERAL: 24, MED_TO_CARE: 48, CARE_TO_MED: 24 }, ...ground };

it('REF-14 an urgent answer within 30 minutes is in time, at 31 minutes it is late', () => {
  const due = answerLimit(answers, 'URGENT', requestedAt)?.value ?? null;
  expect(due).toEqual(new Date('2024-03-02T00:30:00Z'));
  expect(isLate(due, new Date('2024-03-02T00:30:00Z'))).toBe(false);
  expect(isLate(due, new Date('2024-03-02T00:31:00Z'))).toBe(true);
});

it('REF-14 sets no limit where the region sets none', () => {
  expect(answerLimit(undefined, 'URGENT', requestedAt)).toBeUndefined();
  expect(isLate(null, new Date('2099-01-01T00:00:00Z'))).toBe(false);
});

it.each([
  ['UP', 'MEDICAL', 'MEDICAL', 24],
  ['DOWN', 'MEDICAL', 'MEDICAL', 48],
  ['UP', 'CARE', 'MEDICAL', 24],
  ['DOWN', 'MEDICAL', 'CARE', 48],
] as const)('an unanswered %s from %s to %s expires after %i hours', (direction, fromSide, toSide, hours) => {
  expect(expiryLimit(expiry, { direction, fromSide, toSide, requestedAt })).toEqual(hoursAfter(requestedAt, hours));
});

it('counts a transfer between care and medical service by its own limit', () => {
  const transfer = { direction: 'DOWN', fromSide: 'MEDICAL', toSide: 'CARE', requestedAt } as const;
  const other = { ...expiry, value: { ...expiry.value, MED_TO_CARE: 72 } };
  expect(expiryLimit(other, transfer)).toEqual(hoursAfter(requestedAt, 72));
  expect(expiryLimit(undefined, transfer)).toBeUndefined();
});
