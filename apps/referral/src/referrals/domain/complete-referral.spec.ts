import { aReferral, aSituation, codeOf, ELDER, NOW, RECEIVER, SENDER, STRANGER } from '../../testing/a-referral.js';
import { careStateAfter, completeReferral, type Completion, type CompletionFacts } from './complete-referral.js';
import type { CompletedReferral } from './referral.js';

const summary = {
  id: 'd1',
  elderId: ELDER,
  documentType: 'DISCHARGE_SUMMARY',
  institutionId: RECEIVER,
  referralId: null,
};
const ends: Completion = {
  dischargedOn: '2024-03-02',
  destination: 'CARE_BED',
  stage: 'REHABILITATION',
  dischargeStandard: 'STABLE_72H',
};
const known: CompletionFacts = {
  ...{ today: '2024-03-02', summary, summaryFrom: [RECEIVER], hasCareBed: true, nextReferralId: null },
  needsConvalescentStage: true,
};
const complete = (of: Partial<Completion> = {}, facts: Partial<CompletionFacts> = {}) =>
  completeReferral(
    aReferral({ status: 'IN_TREATMENT' }),
    { institutionIds: [RECEIVER], now: NOW },
    { ...ends, ...of },
    { ...known, ...facts },
  );
const refusal = (...given: Parameters<typeof complete>) => codeOf(() => complete(...given));

it('ends the stay with all it says', () => {
  expect(complete()).toMatchObject({
    ...{ status: 'COMPLETED', admittedOn: '2024-03-02', dischargedOn: '2024-03-02', destination: 'CARE_BED' },
    ...{ dischargeStage: 'REHABILITATION', summaryDocumentId: 'd1', completedAt: NOW },
  });
});

describe('REF-07 return to the care bed', () => {
  it('REF-07 refuses the stage TREATMENT 治疗期', () => {
    expect(refusal({ stage: 'TREATMENT' })).toBe('STAGE_NOT_CONVALESCENT');
  });

  it.each(['PREVENTION', 'END_OF_LIFE'] as const)('REF-07 refuses the stage %s', (stage) => {
    expect(refusal({ stage })).toBe('STAGE_NOT_CONVALESCENT');
  });

  it.each(['REHABILITATION', 'STABLE'] as const)('REF-07 allows the stage %s', (stage) => {
    expect(refusal({ stage })).toBeUndefined();
  });

  it('REF-07 refuses without a care bed', () => {
    expect(refusal({}, { hasCareBed: false })).toBe('NO_KEPT_BED');
  });

  it('REF-07 asks for no stage where the rule does not apply', () => {
    expect(refusal({ stage: 'TREATMENT' }, { needsConvalescentStage: false })).toBeUndefined();
  });
});

it('REF-17 refuses a completion without a stage', () => {
  expect(refusal({ stage: undefined, destination: 'HOME' })).toBe('STAGE_MISSING');
});

it('REF-02 refuses a discharge without standard code, save for death and leaving against advice', () => {
  expect(refusal({ dischargeStandard: undefined })).toBe('DISCHARGE_STANDARD_MISSING');
  const unplanned = { dischargeStandard: undefined } as const;
  expect(refusal({ ...unplanned, destination: 'DECEASED' }, { summary: undefined })).toBeUndefined();
  expect(refusal({ ...unplanned, destination: 'AGAINST_ADVICE' }, { summary: undefined })).toBeUndefined();
});

describe('summary', () => {
  it.each([
    ['is missing', undefined],
    ['is another elder’s', { ...summary, elderId: STRANGER }],
    ['is another institution’s', { ...summary, institutionId: SENDER }],
    ['tells of another stay', { ...summary, referralId: STRANGER }],
    ['is a check-up report', { ...summary, documentType: 'CHECKUP_REPORT' }],
  ])('refuses one that %s', (_, given) => {
    expect(refusal({}, { summary: given })).toBe('SUMMARY_MISSING');
  });
});

it('takes a summary that names this stay', () => {
  expect(refusal({}, { summary: { ...summary, referralId: aReferral().id } })).toBeUndefined();
});

it('names the next institution by referring on, and only then', () => {
  expect(refusal({ destination: 'NURSING_HOSPITAL' })).toBe('NEXT_REFERRAL_MISSING');
  expect(refusal({ destination: 'NURSING_HOSPITAL' }, { nextReferralId: 'n' })).toBeUndefined();
  expect(refusal({ destination: 'HOME' }, { nextReferralId: 'n' })).toBe('DESTINATION_CONFLICT');
  expect(refusal({ destination: 'DECEASED' }, { nextReferralId: 'n' })).toBe('DESTINATION_CONFLICT');
  expect(refusal({ destination: 'CARE_BED' }, { nextReferralId: 'n', hasCareBed: false })).toBeUndefined();
});

it('is dated from the admission to today', () => {
  expect(refusal({ dischargedOn: '2024-03-01' })).toBe('DATE_TOO_EARLY');
  expect(refusal({ dischargedOn: '2024-03-03' })).toBe('DATE_IN_FUTURE');
});

describe('care state afterwards', () => {
  const inpatient = aSituation({ state: 'INPATIENT' });
  const after = (of: Partial<CompletedReferral>, ref07Applies = true, situation = inpatient) =>
    careStateAfter({ ...complete(), ...of }, { situation, ref07Applies });

  it('REF-07 is 休养 on the care bed', () => expect(after({})).toBe('CONVALESCENT'));
  it('is resident on the care bed where REF-07 does not apply', () => expect(after({}, false)).toBe('RESIDENT_STABLE'));
  it('is at home after going home', () => expect(after({ destination: 'HOME' })).toBe('HOME_CARE'));
  it('is deceased after death', () => expect(after({ destination: 'DECEASED' })).toBe('DECEASED'));
  it('stays 住院 while referred on', () => expect(after({ nextReferralId: 'n' })).toBeUndefined());
  it('does not change for a resident who never counted as inpatient', () =>
    expect(after({}, true, aSituation({ state: 'RESIDENT_STABLE' }))).toBeUndefined());
});
