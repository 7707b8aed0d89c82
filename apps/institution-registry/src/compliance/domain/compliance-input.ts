import type { CivilDate, DivisionCode } from '@yiyang/standards';
import type { FactTypeCode, FactValueOf } from '../../fact/domain/fact-types.js';
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

/** A liaison form (联系表) that is in use; it counts while its partner can serve. */
export interface LiaisonForm {
  readonly id: string;
  readonly partner: Partner;
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

export type FactOf<T extends FactTypeCode> = Period & { readonly type: T; readonly value: FactValueOf<T> };
export type Fact = { [T in FactTypeCode]: FactOf<T> }[FactTypeCode];

/** Everything that the rules look at of one institution, on one day. */
export interface ComplianceInput {
  readonly on: CivilDate;
  readonly id: string;
  readonly kind: string;
  readonly side: 'MEDICAL' | 'CARE';
  readonly division: DivisionCode;
  readonly place: Place | null;
  readonly ownership: string;
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
