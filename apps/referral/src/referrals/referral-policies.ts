import { Injectable } from '@nestjs/common';
import type { PolicyKey, PolicyValue, RuleId, Sourced } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import type { CivilDate } from '@yiyang/standards';

/** The regional policy that referrals follow: the receiving region's. Source: REF-25. */
@Injectable()
export class ReferralPolicies {
  constructor(private readonly policies: Policies) {}

  /** The value with where it stands; undefined where no set gives one. */
  find<Key extends PolicyKey>(
    division: string,
    key: Key,
    on: CivilDate,
  ): Promise<Sourced<PolicyValue<Key>> | undefined> {
    return this.policies.find<PolicyValue<Key>>(division, key, on);
  }

  applies(division: string, rule: RuleId, on: CivilDate): Promise<boolean> {
    return this.policies.applies(division, rule, on);
  }
}
