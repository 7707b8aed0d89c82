import type { Sourced } from '@yiyang/region-policy';
import { fenFromJson, minFen, multiplyRatio, ratio, type Fen } from '@yiyang/standards';

/** One tier of major-illness insurance; the last has no end. */
export interface MajorTier {
  readonly toFen: number | null;
  readonly ratio: string;
}

export interface MajorPlan {
  readonly fromFen: number;
  readonly tiers: readonly MajorTier[];
  readonly capFen: number;
  /** Does the share that the person pays first on class B count as burden? */
  readonly includesPreself: boolean;
}

/** Everything that the region's policy says about one stay. Amounts in fen, shares as decimal text. */
export interface BenefitTerms {
  readonly billingLevel: number;
  readonly poolRatio: Sourced<string>;
  readonly poolCapFen: Sourced<number>;
  /** `againFen` holds for a further stay of the year at the same level that continues no other. */
  readonly deductible: Sourced<{ readonly firstFen: number; readonly againFen: number }>;
  readonly major: Sourced<MajorPlan> | null;
  /** Null where a linked referral does not continue the deductible (P-15). */
  readonly continuity: Sourced<{ readonly maxGapDays: number; readonly crossYear: boolean }> | null;
}

/**
 * What major-illness insurance owes in all for a year's burden, in fen, before what it has paid. Rounded once.
 * Source: standards §10.1 step 8.
 */
export function majorIllnessFor(burden: Fen, plan: MajorPlan): Fen {
  let from = fenFromJson(plan.fromFen);
  let owed = { numerator: 0n, denominator: 1n };
  for (const tier of plan.tiers) {
    const to = tier.toFen === null ? burden : minFen(burden, fenFromJson(tier.toFen));
    if (to > from) {
      const share = ratio(tier.ratio);
      const denominator = owed.denominator * share.denominator;
      owed = {
        numerator: owed.numerator * share.denominator + (to - from) * share.numerator * owed.denominator,
        denominator,
      };
      from = to;
    }
  }
  return minFen(multiplyRatio(1n, owed), fenFromJson(plan.capFen));
}
