import { Injectable } from '@nestjs/common';
import type { PolicyKey, PolicyValue } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import type { CivilDate } from '@yiyang/standards';
import type { BenefitPolicy } from './domain/benefit-terms-from-policy.js';

/** What regional policy says about benefits, from this service's copy of it. */
@Injectable()
export class BenefitPolicies {
  constructor(private readonly policies: Policies) {}

  /** Values of the region where the person is insured, on the day of discharge. */
  async of(insuredRegion: string, on: CivilDate): Promise<BenefitPolicy & { preselfRatio?: string }> {
    const get = <K extends PolicyKey>(key: K) => this.policies.get<PolicyValue<K>>(insuredRegion, key, on);
    const find = <K extends PolicyKey>(key: K) => this.policies.find<PolicyValue<K>>(insuredRegion, key, on);
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
