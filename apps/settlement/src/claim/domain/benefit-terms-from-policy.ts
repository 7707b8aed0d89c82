import { refusal } from '@yiyang/decisions';
import { sourceOf, type PolicyValue, type Sourced } from '@yiyang/region-policy';
import type { BenefitTerms } from './benefit-terms.js';

/** What the region where the person is insured says on the day of discharge. */
export interface BenefitPolicy {
  readonly deductibles: Sourced<PolicyValue<'settlement.deductibles'>>;
  readonly poolRatios: Sourced<PolicyValue<'settlement.poolRatios'>>;
  readonly poolCaps: Sourced<PolicyValue<'settlement.poolCaps'>>;
  readonly majorIllness?: Sourced<PolicyValue<'settlement.majorIllness'>>;
  readonly ungradedBillingLevel: Sourced<PolicyValue<'settlement.ungradedBillingLevel'>>;
  readonly deductibleContinuity?: Sourced<PolicyValue<'deductibleContinuity'>>;
  readonly maxGapDays?: Sourced<PolicyValue<'chain.maxGapDays'>>;
  readonly crossYear?: Sourced<PolicyValue<'chain.crossYear'>>;
}

/** Who is treated where; `level` 0 is an institution without a grade. */
export interface BenefitCase {
  readonly scheme: string;
  readonly personType: string;
  readonly level: number;
}

/** Picks what the region's policy says about one case. Refuses a case that the policy does not know. Source: standards §10. */
export function benefitTermsFrom(policy: BenefitPolicy, of: BenefitCase): BenefitTerms {
  const billingLevel = of.level === 0 ? policy.ungradedBillingLevel.value : of.level;
  const sameCase = (row: { scheme: string; level: number }) => row.scheme === of.scheme && row.level === billingLevel;
  const deductible = policy.deductibles.value.find(sameCase);
  const poolRatio = policy.poolRatios.value.find((row) => sameCase(row) && row.personType === of.personType);
  const poolCap = policy.poolCaps.value.find((row) => row.scheme === of.scheme);
  if (!deductible || !poolRatio || !poolCap)
    throw refusal('BENEFIT_NOT_SET', {
      rule: 'SET-08',
      inputs: { scheme: of.scheme, personType: of.personType, billingLevel },
    });
  const major = policy.majorIllness?.value.find((row) => row.scheme === of.scheme);
  return {
    billingLevel,
    deductible: {
      ...sourceOf(policy.deductibles),
      value: { firstFen: deductible.firstFen, againFen: deductible.againFen },
    },
    poolRatio: { ...sourceOf(policy.poolRatios), value: poolRatio.ratio },
    poolCapFen: { ...sourceOf(policy.poolCaps), value: poolCap.capFen },
    major:
      major && policy.majorIllness
        ? {
            ...sourceOf(policy.majorIllness),
            value: {
              fromFen: major.fromFen,
              tiers: major.tiers,
              capFen: major.capFen,
              includesPreself: major.includesPreself,
            },
          }
        : null,
    continuity: continuityFrom(policy),
  };
}

function continuityFrom({ deductibleContinuity, maxGapDays, crossYear }: BenefitPolicy): BenefitTerms['continuity'] {
  if (deductibleContinuity?.value !== true || !maxGapDays) return null;
  return {
    ...sourceOf(deductibleContinuity),
    value: { maxGapDays: maxGapDays.value, crossYear: crossYear?.value === true },
  };
}
