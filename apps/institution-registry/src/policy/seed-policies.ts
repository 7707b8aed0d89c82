import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@yiyang/persistence';
import { entriesOf, SEED_POLICY_SETS } from '@yiyang/region-policy';
import type { PolicyValueRow, Seed } from '@yiyang/service';
import { PolicyPublishing } from './policy-publishing.js';
import { PolicySetRow, PolicySetVersionRow } from './policy-set.entity.js';

/** Publishes the policy sets that ship with the project, each value once. A division that has a set of its own keeps it. */
@Injectable()
export class SeedPolicies implements Seed {
  constructor(
    private readonly publishing: PolicyPublishing,
    private readonly clock: Clock,
  ) {}

  async seed(tx: Tx): Promise<void> {
    await tx.many('select pg_advisory_xact_lock(7430002)');
    const known = await tx.many<PolicyValueRow>('select policy_set_id, key, version from policy_value');
    const published = new Set(known.map(({ policySetId, key, version }) => `${policySetId} ${key} ${version}`));
    const own = await tx.many<PolicySetRow>('select id, division from policy_set where division is not null');
    const setOf = new Map(own.map(({ id, division }) => [division, id]));
    for (const set of SEED_POLICY_SETS) {
      const { id, name, division, version } = set;
      if ((setOf.get(division) ?? id) !== id) continue;
      tx.insert(PolicySetRow, { id, name, division, version }, 'on conflict do nothing');
      const publishedAt = this.clock.now();
      tx.insert(PolicySetVersionRow, { policySetId: id, version, publishedAt }, 'on conflict do nothing');
      for (const { key, value, validFrom, validTo, source } of entriesOf(set))
        if (!published.has(`${id} ${key} ${version}`))
          this.publishing.say(tx, { id, division, version }, { key, value, validFrom, validTo, ...source });
    }
  }
}
