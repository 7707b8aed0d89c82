import { explained, type Explained } from '@yiyang/decisions';
import type { PolicyValue } from '@yiyang/region-policy';
import type { Because } from './statement-rules.js';

/** How many facts of a type hold on a day, and of how many institutions. */
export interface Counted {
  readonly facts: number;
  readonly institutions: number;
}

export type CountTarget = PolicyValue<'supportInstitutionPerCounty'>;

/** Counties that have fewer institutions than the target asks of each. Source: REG-32, P-28. */
export function countiesBelow(
  target: CountTarget,
  counties: readonly string[],
  counted: readonly (Counted & { readonly division: string })[],
): string[] {
  if (target.per !== 'COUNTY') return [];
  const institutions = new Map(counted.map((county) => [county.division, county.institutions]));
  return counties.filter((county) => (institutions.get(county) ?? 0) < target.count);
}

/** Are there as many as the region aims at? A target is reported and never blocks. Sources: REG-32, REG-55. */
export function isTargetMet(
  rule: string,
  { target, because }: { target: CountTarget; because: Because },
  { institutions, missing }: { institutions: number; missing: readonly string[] },
): Explained<boolean> {
  const met = target.per === 'COUNTY' ? missing.length === 0 : institutions >= target.count;
  return explained(met, { rule, ...because, inputs: { target: target.count, per: target.per, institutions, missing } });
}

/** A share in percent with one decimal, rounded half up; of nothing there is none. Source: REG-34. */
export function ratePercent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenths = Math.floor((2000 * part + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
