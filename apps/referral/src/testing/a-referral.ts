import type { CareStage } from '@yiyang/standards';
import type { CareSituation } from '../care-states/domain/care-state.js';
import type { Institution } from '../institutions/domain/institution.js';
import type { Direction, Referral, ReferralStatus } from '../referrals/domain/referral.js';

export const SENDER = '00000000-0000-7000-8000-00000000a001';
export const RECEIVER = '00000000-0000-7000-8000-00000000b001';
export const STRANGER = '00000000-0000-7000-8000-00000000c001';
export const ELDER = '00000000-0000-7000-8000-00000000e001';
export const NOW = new Date('2024-03-02T01:00:00Z');

/** An institution that operates and is qualified. */
export function anInstitutionOf(of: Partial<Institution> = {}): Institution {
  return {
    ...{ id: RECEIVER, kind: 'GENERAL_HOSPITAL', side: 'MEDICAL', level: 3, hostId: null, division: '421202' },
    ...{ operation: 'OPERATING', isQualified: true },
    ...of,
  };
}

/** A referral in the given status, with every fact that status has. */
export function aReferral(of: { status?: ReferralStatus } & Partial<Referral> = {}): Referral {
  const facts = {
    ...{ id: '00000000-0000-7000-8000-000000000301', version: 3, chainId: '00000000-0000-7000-8000-000000000301' },
    ...{
      parentReferralId: null,
      elderId: ELDER,
      direction: 'UP' as Direction,
      urgency: 'URGENT',
      stage: 'TREATMENT' as CareStage,
    },
    ...{
      indications: ['CONDITION_DETERIORATING'],
      consentId: null,
      agreementId: null,
      bedKind: null,
      toSide: 'MEDICAL',
    },
    ...{ fromInstitutionId: SENDER, toInstitutionId: RECEIVER, fromRegion: '421202', toRegion: '421202' },
    ...{ residenceRegion: '421202', insuredRegion: '421202', because: null, answerMissedAt: null },
    ...{ requestedAt: new Date('2024-03-02T00:00:00Z'), answerDueAt: new Date('2024-03-02T00:30:00Z') },
    ...{ acceptedAt: new Date('2024-03-02T00:10:00Z'), bedUseId: '00000000-0000-7000-8000-000000000701' },
    ...{ departedAt: new Date('2024-03-02T00:20:00Z'), arrivedAt: new Date('2024-03-02T00:40:00Z') },
    ...{ admittedOn: '2024-03-02', nextReferralId: null },
    status: 'REQUESTED',
    ...of,
  };
  return facts as unknown as Referral;
}

export function aSituation(of: Partial<CareSituation> = {}): CareSituation {
  const since = new Date('2024-02-01T02:00:00Z');
  return { state: 'RESIDENT_STABLE', since, institutionId: SENDER, stage: null, referralId: null, ...of };
}

/** What the work throws; undefined when it throws nothing. */
export function refusalOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Code of the refusal that the work throws; undefined when it throws none. */
export function codeOf(work: () => unknown): string | undefined {
  return (refusalOf(work) as { code: string } | undefined)?.code;
}
