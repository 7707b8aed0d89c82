import type { DesignationAppliedV1 } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import { addMonthsClipped, type CivilDate } from '@yiyang/standards';
import type { Designation, DesignationScheme } from './designation.js';

/** What is known of the institution that applies. */
export interface Applicant {
  readonly institutionId: string;
  readonly kind: string;
  readonly side: 'MEDICAL' | 'CARE';
  readonly division: string;
  /** Day from which its medical qualification counts; null while it has none that is live. */
  readonly foundedOn: CivilDate | null;
  /** First day of formal operation; null before it. */
  readonly operatingSince: CivilDate | null;
}

/** Months of formal operation before an application: P-10. */
export type MinimumOperation = Sourced<number>;

export interface Application {
  readonly id: string;
  readonly schemes: readonly DesignationScheme[];
  readonly today: CivilDate;
}

/**
 * A medical institution with a live qualification applies after the months of formal operation that its region asks for;
 * where the region asks for none it may apply from its foundation. A pure care institution cannot be designated, its
 * medical units can. Sources: SET-01, SET-02, SET-05; P-10; requirements §8.2.
 */
export function applyForDesignation(
  applicant: Applicant,
  minimum: MinimumOperation,
  application: Application,
): { designation: Designation; event: DesignationAppliedV1 } {
  const { institutionId, division, kind, side } = applicant;
  if (side !== 'MEDICAL' || applicant.foundedOn === null)
    throw refusal('KIND_NOT_DESIGNABLE', {
      rule: 'SET-05',
      clause: '001 三(二)',
      inputs: { kind, side, isQualified: applicant.foundedOn !== null },
    });
  const operatingSince = minimum.value === 0 ? applicant.foundedOn : applicant.operatingSince;
  if (operatingSince === null)
    throw refusal('NOT_IN_OPERATION', {
      rule: 'SET-01',
      ...sourceOf(minimum),
      inputs: { minOperatingMonths: minimum.value },
    });
  const earliestOn = addMonthsClipped(operatingSince, minimum.value);
  const appliedOn = application.today;
  if (appliedOn < earliestOn)
    throw refusal('TOO_EARLY', {
      rule: 'SET-01',
      ...sourceOf(minimum),
      inputs: { operatingSince, minOperatingMonths: minimum.value, appliedOn, earliestOn },
    });
  const { id, schemes } = application;
  const designation: Designation = { status: 'APPLIED', id, institutionId, division, schemes, appliedOn, version: 1 };
  return { designation, event: { designationId: id, institutionId, schemes: [...schemes], appliedOn, division } };
}
