import {
  aReferral,
  anInstitutionOf,
  aSituation,
  codeOf,
  ELDER,
  NOW,
  RECEIVER,
  SENDER,
  STRANGER,
} from '../../testing/a-referral.js';
import { requestReferral, type ReferralRequest, type RequestFacts } from './request-referral.js';

const home = '00000000-0000-7000-8000-00000000a000';
const infirmary = anInstitutionOf({ id: SENDER, kind: 'INFIRMARY', level: 0, hostId: home });
const agreement = {
  ...{ id: 'g', careInstitutionId: home, medicalInstitutionId: RECEIVER, types: ['REFERRAL'] },
  ...{ validFrom: '2024-01-01', validTo: '2024-12-31', endedOn: null, suspendedFrom: null },
};
const consent = {
  ...{ id: 'c', elderId: ELDER, recipients: ['MED_INST'], purposes: ['REFERRAL'] },
  ...{ validFrom: '2024-01-01', validTo: null, withdrawnAt: null },
};
const ground = { clause: 'REF-14', source: 'project default', policyVersion: 'p@1' };

const asked: ReferralRequest = {
  direction: 'UP',
  urgency: 'URGENT',
  stage: 'TREATMENT',
  indications: ['CONDITION_DETERIORATING'],
};
const known: RequestFacts = {
  ...{ id: aReferral().id, now: NOW, today: '2024-03-02', situation: undefined, agreements: [agreement], consent },
  ...{
    elder: { id: ELDER, residenceRegion: '520602', insuredRegion: '421200' },
    from: infirmary,
    to: anInstitutionOf(),
  },
  answerPolicy: { value: { EMERGENCY: 15, URGENT: 30, ROUTINE: 1440 }, ...ground },
  needsConvalescentStage: true,
};
const request = (of: Partial<ReferralRequest> = {}, facts: Partial<RequestFacts> = {}) =>
  requestReferral({ ...asked, ...of }, { ...known, ...facts });
const refusal = (...given: Parameters<typeof request>) => codeOf(() => request(...given));

it('opens a chain of its own, carrying both places of the elder and the agreement it stands on', () => {
  expect(request()).toMatchObject({
    ...{ status: 'REQUESTED', chainId: aReferral().id, parentReferralId: null, agreementId: 'g', consentId: 'c' },
    ...{ fromRegion: '421202', toRegion: '421202', residenceRegion: '520602', insuredRegion: '421200' },
  });
});

it('continues the chain of the referral before it', () => {
  const linked = request({}, { continues: { id: 'before', chainId: 'chain' } });
  expect(linked).toMatchObject({ chainId: 'chain', parentReferralId: 'before' });
});

describe('REF-01 agreement', () => {
  it('REF-01 refuses parties without an agreement when it is not urgent', () => {
    expect(refusal({}, { agreements: [] })).toBe('NO_REFERRAL_AGREEMENT');
    expect(refusal({ urgency: 'ROUTINE' }, { agreements: [] })).toBe('NO_REFERRAL_AGREEMENT');
  });

  it('REF-01 takes an emergency without an agreement', () => {
    expect(request({ urgency: 'EMERGENCY' }, { agreements: [] })).toMatchObject({
      status: 'REQUESTED',
      agreementId: null,
    });
  });

  it('REF-01 needs none between units of one house', () => {
    const nursing = anInstitutionOf({ kind: 'NURSING_HOSPITAL', level: 1, hostId: home });
    expect(refusal({}, { agreements: [], to: nursing })).toBeUndefined();
  });

  it('REF-01 holds on the last day of the agreement and not on the day after', () => {
    const lastDay = { ...agreement, validTo: '2024-03-02' };
    expect(refusal({}, { agreements: [lastDay] })).toBeUndefined();
    expect(refusal({}, { agreements: [lastDay], today: '2024-03-03' })).toBe('NO_REFERRAL_AGREEMENT');
  });
});

describe('REF-02 indications', () => {
  it('REF-02 refuses an empty list, in an emergency too', () => {
    expect(refusal({ indications: [] })).toBe('INDICATION_MISSING');
    expect(refusal({ indications: [], urgency: 'EMERGENCY' })).toBe('INDICATION_MISSING');
  });

  it('REF-02 refuses an indication of the other direction', () => {
    expect(refusal({ indications: ['CONDITION_DETERIORATING', 'POST_SURGERY'] })).toBe(
      'INDICATION_FOR_OTHER_DIRECTION',
    );
  });
});

it('REF-17 refuses a request without a stage', () => {
  expect(refusal({ stage: undefined })).toBe('STAGE_MISSING');
});

describe('REF-26 consent', () => {
  it('REF-26 refuses a request without consent unless it is an emergency', () => {
    expect(refusal({}, { consent: undefined })).toBe('CONSENT_MISSING');
    expect(refusal({ urgency: 'EMERGENCY' }, { consent: undefined })).toBeUndefined();
  });

  it('REF-26 refuses consent that another elder gave', () => {
    const foreign = { consent: { ...consent, elderId: STRANGER } };
    expect(refusal({}, foreign)).toBe('CONSENT_MISSING');
    expect(request({ urgency: 'EMERGENCY' }, foreign)).toMatchObject({ consentId: null });
  });
});

it('REF-29 refuses a receiver that is suspended or has no live licence', () => {
  expect(refusal({}, { to: anInstitutionOf({ operation: 'SUSPENDED' }) })).toBe('INSTITUTION_NOT_OPERATING');
  expect(refusal({}, { to: anInstitutionOf({ isQualified: false }) })).toBe('INSTITUTION_NOT_OPERATING');
});

it('REF-07 sends nobody into a care home who is still under treatment', () => {
  const careHome = anInstitutionOf({ kind: 'CARE_HOME', side: 'CARE', level: null, hostId: home });
  const down = { direction: 'DOWN', indications: ['ACUTE_TREATMENT_COMPLETED'] } as const;
  const toCare = { to: careHome, consent: { ...consent, recipients: ['CARE_INST'] } };
  expect(refusal({ ...down, stage: 'TREATMENT' }, toCare)).toBe('STAGE_NOT_CONVALESCENT');
  expect(refusal({ ...down, stage: 'REHABILITATION' }, toCare)).toBeUndefined();
  expect(refusal({ ...down, stage: 'STABLE' }, toCare)).toBeUndefined();
  expect(refusal({ ...down, stage: 'TREATMENT' }, { ...toCare, needsConvalescentStage: false })).toBeUndefined();
});

it('REF-14 says when the answer is due and why', () => {
  expect(request()).toMatchObject({
    answerDueAt: new Date('2024-03-02T01:30:00Z'),
    because: { rule: 'REF-14', policyVersion: 'p@1', inputs: { urgency: 'URGENT', minutes: 30 } },
  });
  expect(request({ urgency: 'EMERGENCY' })).toMatchObject({ answerDueAt: null, because: null });
});

it('refuses itself as receiver, the dead, and whoever lies in another hospital', () => {
  expect(refusal({}, { to: infirmary })).toBe('SAME_INSTITUTION');
  expect(refusal({}, { situation: aSituation({ state: 'DECEASED' }) })).toBe('ELDER_DECEASED');
  const elsewhere = aSituation({ state: 'INPATIENT', institutionId: STRANGER });
  expect(refusal({}, { situation: elsewhere })).toBe('ELDER_LIES_ELSEWHERE');
  expect(refusal({}, { situation: { ...elsewhere, institutionId: SENDER } })).toBeUndefined();
});

it('refuses a kind of bed that belongs to the other side', () => {
  expect(refusal({ bedKind: 'CARE' })).toBe('BED_KIND_NOT_THERE');
  expect(refusal({ bedKind: 'REHAB' })).toBeUndefined();
});
