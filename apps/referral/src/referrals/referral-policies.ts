import { Injectable } from '@nestjs/common';
import type { PolicyKey, PolicyValue, RuleId } from '@yiyang/region-policy';
import { Policies, sourceOf } from '@yiyang/service';
import type { CivilDate } from '@yiyang/standards';
import type { Valued } from './domain/time-limits.js';

/** The regional policy that referrals follow: the receiving region's. Source: REF-25. */
@Injectable()
export class ReferralPolicies {
  constructor(private readonly policies: Policies) {}

  /** The value with where it stands; undefined where no set gives one. */
  async find<Key extends PolicyKey>(
    division: string,
    key: Key,
    on: CivilDate,
  ): Promise<Valued<PolicyValue<Key>> | undefined> {
    const found = await this.policies.find<PolicyValue<Key>>(division, key, on);
    return found && { value: found.value, because: sourceOf(found) };
  }

  applies(division: string, rule: RuleId, on: CivilDate): Promise<boolean> {
    return this.policies.applies(division, rule, on);
  }
}
