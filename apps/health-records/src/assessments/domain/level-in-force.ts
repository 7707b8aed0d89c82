import { isWithin, type CivilDate } from '@yiyang/standards';

/** What of an assessment is stored in clear. */
export interface AssessmentFacts {
  readonly level: number;
  readonly assessedOn: CivilDate;
  /** Last day of validity, inclusive. */
  readonly validTo: CivilDate;
}

/**
 * The ability level that decisions may rest on: that of the latest assessment, as long as it is valid. An expired one gives
 * null, and an older one never stands in for it. Source: REC-14 (003篇九(十六)).
 */
export function levelInForce(latest: AssessmentFacts | undefined, on: CivilDate): number | null {
  return latest && isWithin(on, latest.assessedOn, latest.validTo) ? latest.level : null;
}
