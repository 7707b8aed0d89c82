import { PURPOSES } from '@yiyang/access';
import { coverageOf, CONSENT_FOR, type GivenConsent } from './coverage.js';

const GIVEN: GivenConsent = {
  purposes: ['CARE_DELIVERY'],
  dataClasses: ['HEALTH_STATUS'],
  validFrom: '2026-03-01',
  validTo: '2026-03-31',
  withdrawnAt: null,
};
const USE = { purpose: 'CARE', dataClass: 'HEALTH_STATUS', on: '2026-03-15' } as const;

it('covers a use whose purpose, data class and day the consent names', () => {
  expect(coverageOf([GIVEN], USE)).toBe('VALID');
  expect(coverageOf([], USE)).toBe('MISSING');
});

it('covers the first and the last day, not the days around them', () => {
  const on = (day: string) => coverageOf([GIVEN], { ...USE, on: day });
  expect([on('2026-02-28'), on('2026-03-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([
    ...['EXPIRED', 'VALID', 'VALID', 'EXPIRED'],
  ]);
});

it('does not cover another data class', () => {
  expect(coverageOf([GIVEN], { ...USE, dataClass: 'MEDICAL_APPLICATION' })).toBe('MISSING');
});

it('lets each purpose rest on its own consents only, and supervision or settlement on none', () => {
  const covered = Object.keys(PURPOSES).map((purpose) => [
    purpose,
    (['CARE_DELIVERY', 'REFERRAL', 'RECORD_SHARING', 'COMMERCIAL_INSURANCE'] as const).filter(
      (given) => coverageOf([{ ...GIVEN, purposes: [given] }], { ...USE, purpose }) === 'VALID',
    ),
  ]);
  expect(Object.fromEntries(covered)).toEqual({
    TREATMENT: ['CARE_DELIVERY', 'RECORD_SHARING'],
    CARE: ['CARE_DELIVERY', 'RECORD_SHARING'],
    REFERRAL: ['REFERRAL', 'RECORD_SHARING'],
    ...{
      SUPERVISION: [],
      ADMINISTRATION: [],
      SETTLEMENT: [],
      ASSESSMENT: [],
      SELF: [],
      INTEGRATION: [],
      PUBLIC_INFORMATION: [],
    },
  });
});

it('names purposes that requests really have', () => {
  for (const purpose of Object.keys(CONSENT_FOR)) expect(Object.keys(PURPOSES)).toContain(purpose);
});

it('says why not: withdrawn before expired before missing, and one in force outweighs both', () => {
  const withdrawn = { ...GIVEN, withdrawnAt: new Date() };
  const expired = { ...GIVEN, validTo: '2026-03-02' };
  expect(coverageOf([expired], USE)).toBe('EXPIRED');
  expect(coverageOf([expired, withdrawn], USE)).toBe('WITHDRAWN');
  expect(coverageOf([withdrawn, expired, GIVEN], USE)).toBe('VALID');
});
