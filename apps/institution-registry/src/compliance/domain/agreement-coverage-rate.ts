import type { ContractCoverage, Sourced } from '@yiyang/region-policy';
import { percentOf } from '@yiyang/standards';

/** Institutions of one scope, and how many of them have an agreement in force with such a partner. */
export interface CoverageCount {
  readonly scope: ContractCoverage['scope'];
  readonly institutions: number;
  readonly withAny: number;
  readonly withCommunityHealthCentre: number;
}

export interface CoverageRate {
  readonly scope: ContractCoverage['scope'];
  readonly institutions: number;
  readonly covered: number;
  /** One decimal; null where there is no institution. */
  readonly ratePercent: string | null;
  /** Each stage of the region, compared without rounding. */
  readonly targets: readonly { readonly percent: string; readonly met: boolean }[];
}

const MILLIONTHS = 1_000_000;

/** What share of a scope has an agreement, against the stages that the region wants to reach. Sources: CON-05, CON-06; P-06. */
export function agreementCoverageRate(
  count: CoverageCount,
  policy: Sourced<readonly ContractCoverage[]> | undefined,
): CoverageRate {
  const { scope, institutions } = count;
  const target = policy?.value.find((line) => line.scope === scope);
  const covered = target?.partner === 'COMMUNITY_HEALTH_CENTRE' ? count.withCommunityHealthCentre : count.withAny;
  const targets = (target?.stages ?? []).map((share) => {
    const millionths = Math.round(Number(share) * MILLIONTHS);
    const percent = percentOf(millionths, MILLIONTHS)?.toFixed(1) ?? '';
    return { percent, met: institutions > 0 && covered * MILLIONTHS >= millionths * institutions };
  });
  const ratePercent = percentOf(covered, institutions)?.toFixed(1) ?? null;
  return { scope, institutions, covered, ratePercent, targets };
}
