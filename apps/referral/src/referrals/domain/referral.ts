import type { Explanation } from '@yiyang/decisions';
import type {
  BedKind,
  CareStage,
  CivilDate,
  InstitutionSide,
  ReferralIndication,
  ReferralUrgency,
  TransportMode,
} from '@yiyang/standards';

/** A transfer between medical and care service is UP or DOWN as well; the sides of the two say which it is. */
export const DIRECTIONS = ['UP', 'DOWN', 'LATERAL'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a stay ends: the standards' list, with the two receivers of the referral form named apart. */
export type Destination =
  | 'HOME'
  | 'CARE_BED'
  | 'HOSPITAL'
  | 'NURSING_HOSPITAL'
  | 'OTHER_HOSPITAL'
  | 'PRIMARY_CARE'
  | 'AGAINST_ADVICE'
  | 'DECEASED'
  | 'OTHER';

/** How, when and with what an elder travels; complete where REF-13 applies. */
export interface TransferPlan {
  readonly departAt?: Date;
  readonly transport?: TransportMode;
  readonly escort?: string;
  readonly documents?: readonly string[];
}

/** What is true of a referral in every status. */
interface Request {
  readonly id: string;
  readonly version: number;
  /** Referrals of one episode; the insurance deductible runs on along it (REF-20). */
  readonly chainId: string;
  readonly parentReferralId: string | null;
  readonly elderId: string;
  readonly direction: Direction;
  readonly urgency: ReferralUrgency;
  readonly stage: CareStage;
  readonly indications: readonly ReferralIndication[];
  readonly consentId: string | null;
  readonly agreementId: string | null;
  readonly bedKind: BedKind | null;
  readonly fromInstitutionId: string;
  readonly toInstitutionId: string;
  readonly toSide: InstitutionSide;
  readonly fromRegion: string;
  readonly toRegion: string;
  readonly residenceRegion: string;
  readonly insuredRegion: string;
  readonly requestedAt: Date;
  /** When an answer is due; null when the region sets no limit or none is needed. */
  readonly answerDueAt: Date | null;
  readonly answerMissedAt: Date | null;
  readonly because: Explanation | null;
}

interface Accepted {
  readonly acceptedAt: Date;
  /** The bed reserved or used; null where none was to be had and none was required. */
  readonly bedUseId: string | null;
}
interface Dispatched extends Accepted {
  /** Null when the receiver took the elder in without a dispatch (emergency). */
  readonly departedAt: Date | null;
}
interface Received extends Dispatched {
  readonly arrivedAt: Date;
}
interface Admitted extends Received {
  readonly admittedOn: CivilDate;
}
interface Completed extends Admitted {
  readonly dischargedOn: CivilDate;
  readonly destination: Destination;
  readonly dischargeStage: CareStage;
  readonly dischargeStandard: string | null;
  readonly summaryDocumentId: string | null;
  readonly nextReferralId: string | null;
  readonly completedAt: Date;
}
interface Ended {
  readonly reasonCode: string;
  readonly endedAt: Date;
}

export type RequestedReferral = Request & { readonly status: 'REQUESTED' };
export type AcceptedReferral = Request & Accepted & { readonly status: 'ACCEPTED' };
export type DispatchedReferral = Request & Dispatched & { readonly status: 'IN_TRANSIT' };
export type ReceivedReferral = Request & Received & { readonly status: 'RECEIVED' };
export type AdmittedReferral = Request & Admitted & { readonly status: 'IN_TREATMENT' };
export type CompletedReferral = Request & Completed & { readonly status: 'COMPLETED' };
export type EndedReferral = Request & Ended & { readonly status: 'REJECTED' | 'CANCELLED' | 'EXPIRED' | 'CLOSED' };

/** A referral (双向转诊) or care transfer (转介). Source: requirements 8.4, 8.6. */
export type Referral =
  | RequestedReferral
  | AcceptedReferral
  | DispatchedReferral
  | ReceivedReferral
  | AdmittedReferral
  | CompletedReferral
  | EndedReferral;

export type ReferralStatus = Referral['status'];
