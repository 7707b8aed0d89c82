import type { CivilDate, DivisionCode } from '@yiyang/standards';
import type { FactTypeCode } from '../../fact/domain/fact-types.js';
import type { QualificationFact } from '../../institution/domain/integrated-status.js';
import type { OperationState } from '../../institution/domain/operation.js';
import type { Place } from './kilometres-between.js';

/** Inclusive civil dates. */
export interface Period {
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** A unit of the institution, or the host that it is a unit of. */
export interface Housemate {
  readonly id: string;
  readonly kind: string;
  readonly side: 'MEDICAL' | 'CARE';
  readonly operationState: OperationState;
  readonly qualifications: readonly QualificationFact[];
}

export interface Partner {
  readonly id: string;
  readonly kind: string;
  readonly level: number | null;
  readonly division: DivisionCode;
  readonly place: Place | null;
  readonly operationState: OperationState;
  /** Its own, its units' and its host's. */
  readonly qualifications: readonly QualificationFact[];
}

/** A signed agreement of the institution as the care side that is in force or will be. */
export interface CareAgreement extends Period {
  readonly id: string;
  readonly partner: Partner;
  readonly types: readonly string[];
  readonly mechanisms: readonly string[];
  readonly checkCycleMonths: number | null;
  readonly lastCheckedOn: CivilDate | null;
}

/** A liaison form (联系表) that is in use. */
export interface LiaisonForm {
  readonly id: string;
  readonly partnerDivision: DivisionCode;
  readonly inOtherCounty: boolean;
  readonly hasReason: boolean;
}

/** What a member of an alliance has planned to do here and has not done yet. */
export interface OpenVisit {
  readonly id: string;
  readonly kind: string;
  /** Last day on which it counts as done in time. */
  readonly latestOn: CivilDate;
}

/** The facts that rules look at, by type; the whole list is in `fact/domain/fact-types.ts`. */
export interface FactValues {
  readonly CO_LOCATED: { readonly siting: string };
  readonly REHAB_FACILITY: { readonly facility: string; readonly staff: number; readonly partnerId?: string | null };
  readonly MEDICAL_SERVICE_MODE: { readonly mode: string };
  readonly CONSORTIUM_MEMBERSHIP: { readonly consortium: string; readonly role: string };
  readonly STAFF_MEMBER: {
    readonly staffCode: string;
    readonly staffRole: string;
    readonly engagement: string;
    readonly certifiedFrom?: CivilDate | null;
    readonly certifiedTo?: CivilDate | null;
    readonly trainedFrom?: CivilDate | null;
    readonly trainedTo?: CivilDate | null;
    readonly registeredRegion?: DivisionCode | null;
  };
  readonly FIRE_RESPONSIBILITY: {
    readonly responsibleStaffCode?: string | null;
    readonly managerStaffCode?: string | null;
  };
  readonly CARE_AREA: { readonly careAreaSeparated: boolean; readonly dedicatedStaff?: number };
  readonly OUTBREAK: object;
  readonly INSPECTION: { readonly item: string; readonly passed: boolean };
  readonly SERVES_OUTSIDERS: { readonly servesOutsiders: boolean };
  readonly SAFETY_EXERCISE: { readonly exercise: string };
  readonly STAR_RATING: { readonly stars: number; readonly evidence: readonly string[] };
  readonly COUNTY_SEAT: object;
}
export type FactType = keyof FactValues & FactTypeCode;
export type FactOf<T extends FactType> = Period & { readonly type: T; readonly value: FactValues[T] };
export type Fact = { [T in FactType]: FactOf<T> }[FactType];

/** Everything that the rules look at of one institution, on one day. */
export interface ComplianceInput {
  readonly on: CivilDate;
  readonly id: string;
  readonly kind: string;
  readonly side: 'MEDICAL' | 'CARE';
  readonly division: DivisionCode;
  readonly place: Place | null;
  readonly operationState: OperationState;
  readonly startedOn: CivilDate | null;
  /** Since when a medical institution may care for elders, and whether its application declared a separate area. */
  readonly elderCareScopeFrom: CivilDate | null;
  readonly careAreaSeparated: boolean | null;
  readonly host: Housemate | null;
  readonly units: readonly Housemate[];
  readonly qualifications: readonly QualificationFact[];
  readonly beds: readonly { readonly kind: string; readonly operating: number }[];
  readonly agreements: readonly CareAgreement[];
  readonly liaisonForms: readonly LiaisonForm[];
  /** Types of the alliances that the institution is a member of. */
  readonly alliances: readonly string[];
  readonly openVisits: readonly OpenVisit[];
  readonly facts: readonly Fact[];
}
