import { refusal } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import { getTerm, HOSPITAL_GRADES, type HospitalGrade } from '@yiyang/standards';

const TCM_HOSPITALS: readonly string[] = ['TCM_HOSPITAL', 'INTEGRATED_TCM_HOSPITAL'];

export interface WardFounder {
  readonly kind: string;
  readonly grade: string | null;
}

/**
 * A TCM hospital of the grade that the region asks for may set up an elder ward inside a care institution; another may
 * not. Source: REG-58.
 */
export function assertMayFoundWard(founder: WardFounder | undefined, leastGrade: Sourced<HospitalGrade>): void {
  const { kind, grade } = founder ?? { kind: null, grade: null };
  if (founder && TCM_HOSPITALS.includes(founder.kind) && isAtLeast(founder.grade, leastGrade.value)) return;
  throw refusal('WARD_FOUNDER_NOT_ELIGIBLE', {
    rule: 'REG-58',
    ...sourceOf(leastGrade),
    inputs: { kind, grade, leastGrade: leastGrade.value },
    fields: [{ path: 'founderId', rule: `a TCM hospital of ${leastGrade.value} or higher` }],
  });
}

/** The insurance's list of grades runs from the highest, 01, to the ungraded. */
function isAtLeast(grade: string | null, least: HospitalGrade): boolean {
  if (grade === null) return false;
  return getTerm(HOSPITAL_GRADES, grade as HospitalGrade).hospLv <= getTerm(HOSPITAL_GRADES, least).hospLv;
}
