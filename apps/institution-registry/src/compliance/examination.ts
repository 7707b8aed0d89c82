import { Injectable } from '@nestjs/common';
import type { PolicyKey, PolicyValue, ResolvedPolicy, Sourced } from '@yiyang/region-policy';
import { Policies, valueOf } from '@yiyang/service';
import type { CivilDate } from '@yiyang/standards';
import type { ExaminedInstitution } from './compliance.repository.js';
import { assessCompliance, nextChange, POLICY_KEYS, type RuleOutcome } from './domain/assess-compliance.js';

export interface Examined {
  readonly outcomes: readonly RuleOutcome[];
  readonly model: PolicyValue<'supervisionModel'>;
  /** The first later day on which an outcome may be another although nobody writes anything. */
  readonly changesOn: CivilDate | undefined;
}

/** Measures an institution by the rules of its region on a day. */
@Injectable()
export class Examination {
  constructor(private readonly policies: Policies) {}

  async examine(institution: ExaminedInstitution, on: CivilDate): Promise<Examined> {
    const values = await this.policies.findAll(institution.division, POLICY_KEYS, on);
    return examineBy(values, institution, on);
  }
}

/** The same by given values, published or only proposed. */
export function examineBy(
  values: ReadonlyMap<string, ResolvedPolicy<unknown>>,
  institution: ExaminedInstitution,
  on: CivilDate,
): Examined {
  const policyAt = <K extends PolicyKey>(key: K) => values.get(key) as Sourced<PolicyValue<K>> | undefined;
  const input = { ...institution, on };
  const outcomes = assessCompliance(input, policyAt);
  return {
    outcomes,
    model: valueOf<PolicyValue<'supervisionModel'>>(values, 'supervisionModel').value,
    changesOn: nextChange(input, outcomes),
  };
}
