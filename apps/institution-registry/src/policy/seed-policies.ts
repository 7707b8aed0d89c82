import { Injectable } from '@nestjs/common';
import { EVENT, type RegionPolicyValuePublishedV1 } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { json, type Tx } from '@yiyang/persistence';
import { entriesOf, SEED_POLICY_SETS, type PolicyEntry } from '@yiyang/region-policy';
import { PolicyValueRow, type Seed } from '@yiyang/service';

const NATION = '000000';

/** Publishes the policy sets that ship with the project, each value once. */
@Injectable()
export class SeedPolicies implements Seed {
  constructor(private readonly outbox: Outbox) {}

  async seed(tx: Tx): Promise<void> {
    await tx.many('select pg_advisory_xact_lock(7430002)');
    const known = await tx.many<PolicyValueRow>('select policy_set_id, key, version from policy_value');
    const published = new Set(known.map(({ policySetId, key, version }) => `${policySetId} ${key} ${version}`));
    for (const entry of SEED_POLICY_SETS.flatMap(entriesOf))
      if (!published.has(`${entry.policySetId} ${entry.key} ${entry.version}`)) this.publish(tx, entry);
  }

  /** The registry's own copy is written at once: its commands must not wait for its own event. */
  private publish(tx: Tx, entry: PolicyEntry): void {
    const { policySetId, division, key, validFrom, validTo, version, source } = entry;
    const value = entry.value as RegionPolicyValuePublishedV1['value'];
    const row = { policySetId, division, key, validFrom, validTo, version, ...source };
    tx.insert(PolicyValueRow, { ...row, value: json(value) }, 'on conflict do nothing');
    const where = { regioncode: division ?? NATION };
    this.outbox.publish(tx, EVENT.regionPolicyValuePublishedV1, policySetId, { ...row, value }, where);
  }
}
