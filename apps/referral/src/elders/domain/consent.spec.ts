import { anInstitutionOf, codeOf, ELDER, RECEIVER, STRANGER } from '../../testing/a-referral.js';
import { assertConsentToRefer, type Consent } from './consent.js';

const host = '00000000-0000-7000-8000-00000000b000';
const given: Consent = {
  ...{ id: 'c', elderId: ELDER, recipients: ['MED_INST'], purposes: ['REFERRAL', 'CARE_DELIVERY'] },
  ...{ validFrom: '2024-01-01', validTo: '2024-03-02', withdrawnAt: null },
};
const receiver = anInstitutionOf({ hostId: host });
const refusal = (of: Partial<Consent> = {}, on = '2024-03-02') =>
  codeOf(() => assertConsentToRefer({ ...given, ...of }, { elderId: ELDER, receiver, on }));

it('REF-26 accepts consent to the role, to the receiver or to its host', () => {
  expect(refusal()).toBeUndefined();
  expect(refusal({ recipients: [RECEIVER] })).toBeUndefined();
  expect(refusal({ recipients: [host] })).toBeUndefined();
});

it('REF-26 refuses consent to others', () => {
  expect(refusal({ recipients: ['CARE_INST', STRANGER] })).toBe('CONSENT_FOR_OTHER_RECIPIENT');
});

it('REF-26 refuses consent withdrawn or for another purpose', () => {
  expect(refusal({ withdrawnAt: new Date('2024-02-01T00:00:00Z') })).toBe('CONSENT_WITHDRAWN');
  expect(refusal({ purposes: ['SUBSIDY'] })).toBe('CONSENT_FOR_OTHER_PURPOSE');
});

it('REF-26 holds on both its first and its last day, and not outside', () => {
  expect(refusal({}, '2024-01-01')).toBeUndefined();
  expect(refusal({}, '2023-12-31')).toBe('CONSENT_EXPIRED');
  expect(refusal({}, '2024-03-03')).toBe('CONSENT_EXPIRED');
  expect(refusal({ validTo: null }, '2030-01-01')).toBeUndefined();
});
