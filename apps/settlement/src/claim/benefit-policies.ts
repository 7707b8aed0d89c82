import { Injectable } from '@nestjs/common';
import type { PolicyKey, PolicyValue } from '@yiyang/region-policy';
import { Policies, type ResolvedPolicy } from '@yiyang/service';
import type { CivilDate } from '@yiyang/standards';
import type { Sourced } from './domain/benefit-terms.js';
import type { BenefitPolicy } from './domain/benefit-terms-from-policy.js';

/** What regional policy says about benefits, from this service's copy of it. */
@Injectable()
export class BenefitPolicies {
  constructor(private readonly policies: Policies) {}

  /** Values of the region where the person is insured, on the day of discharge. */
  async of(insuredRegion: string, on: CivilDate): Promise<BenefitPolicy & { preselfRatio?: string }> {
    const get = async <K extends PolicyKey>(key: K) =>
      sourced(await this.policies.get<PolicyValue<K>>(insuredRegion, key, on));
    const find = async <K extends PolicyKey>(key: K) => {
      const found = await this.policies.find<PolicyValue<K>>(insuredRegion, key, on);
      return found && sourced(found);
    };
    const [
      deductibles,
      poolRatios,
      poolCaps,
      ungradedBillingLevel,
      majorIllness,
      deductibleContinuity,
      maxGapDays,
      crossYear,
      preself,
    ] = await Promise.all([
      get('settlement.deductibles'),
      get('settlement.poolRatios'),
      get('settlement.poolCaps'),
      get('settlement.ungradedBillingLevel'),
      find('settlement.majorIllness'),
      find('deductibleContinuity'),
      find('chain.maxGapDays'),
      find('chain.crossYear'),
      find('settlement.preselfRatio'),
    ]);
    return {
      ...{ deductibles, poolRatios, poolCaps, ungradedBillingLevel },
      ...(majorIllness && { majorIllness }),
      ...(deductibleContinuity && { deductibleContinuity }),
      ...(maxGapDays && { maxGapDays }),
      ...(crossYear && { crossYear }),
      ...(preself && { preselfRatio: preself.value }),
    };
  }
}

function sourced<Value>({ value, clause, document, policyVersion }: ResolvedPolicy<Value>): Sourced<Value> {
  return { value, clause, source: document, policyVersion };
}
