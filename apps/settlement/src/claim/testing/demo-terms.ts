import { resolvePolicy, SEED_POLICY_SETS, type PolicyKey, type PolicyValue, type Sourced } from '@yiyang/region-policy';
import type { BenefitTerms } from '../domain/benefit-terms.js';
import { benefitTermsFrom, type BenefitCase, type BenefitPolicy } from '../domain/benefit-terms-from-policy.js';

const ON = '2026-06-01';

function sourced<K extends PolicyKey>(key: K): Sourced<PolicyValue<K>> {
  const found = resolvePolicy(SEED_POLICY_SETS, key, '421202', ON);
  if (!found) throw new Error(`the demonstration set has no ${key}`);
  return found;
}

/** The demonstration region's policy as the seed sets publish it. */
export const DEMO_POLICY: BenefitPolicy = {
  deductibles: sourced('settlement.deductibles'),
  poolRatios: sourced('settlement.poolRatios'),
  poolCaps: sourced('settlement.poolCaps'),
  majorIllness: sourced('settlement.majorIllness'),
  ungradedBillingLevel: sourced('settlement.ungradedBillingLevel'),
  deductibleContinuity: sourced('deductibleContinuity'),
  maxGapDays: sourced('chain.maxGapDays'),
  crossYear: sourced('chain.crossYear'),
};

/** Terms of the demonstration region; a resident at a level-1 institution unless told otherwise. */
export function demoTerms(of: Partial<BenefitCase> = {}): BenefitTerms {
  return benefitTermsFrom(DEMO_POLICY, { scheme: 'RESIDENT', personType: 'RESIDENT', level: 1, ...of });
}
