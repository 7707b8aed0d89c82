import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiyang/access';
import { EVENT, type RegionPolicyValuePublishedV1 } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, json, newId, type Tx } from '@yiyang/persistence';
import { Policies, PolicyValueRow } from '@yiyang/service';
import { NATION } from '@yiyang/standards';
import { Reviews } from '../review/reviews.js';
import type { SoundValue } from './domain/proposed-values.js';
import { PolicySetVersionRow, type PolicySetRow } from './policy-set.entity.js';
import { PolicyTurns } from './policy-turns.js';

/** What a version was made from, where it was. */
export interface Origin {
  readonly draftId?: string;
  readonly templateId?: string;
}

const NEXT_VERSION = `
  insert into policy_set (id, name, division, version) values ($1, $2, $3, 1)
  on conflict (division) do update set version = policy_set.version + 1
  returning id, name, division, version`;

/** Makes values hold: the rows, one event for each, and a new look at every institution that they may concern. */
@Injectable()
export class PolicyPublishing {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly reviews: Reviews,
    private readonly turns: PolicyTurns,
    private readonly policies: Policies,
  ) {}

  /** The values as the next version of the division's set; its first makes the set. */
  async publish(
    tx: Tx,
    caller: Caller,
    division: string,
    values: readonly SoundValue[],
    origin: Origin = {},
  ): Promise<PolicySetRow> {
    const set = await tx.one<PolicySetRow>(NEXT_VERSION, [newId(), `DIVISION-${division}`, division]);
    const { clientId, role } = caller;
    const version = { policySetId: set.id, version: set.version, publishedAt: this.clock.now() };
    tx.insert(PolicySetVersionRow, { ...version, clientId, role, ...origin });
    for (const value of values) this.say(tx, set, value);
    this.reviews.requestDivision(tx, division);
    await this.turns.schedule(tx, set.id);
    return set;
  }

  /** The registry's own copy is written at once: its commands must not wait for its own event. */
  say(tx: Tx, { id: policySetId, division, version }: Omit<PolicySetRow, 'name'>, sound: SoundValue): void {
    const value = sound.value as RegionPolicyValuePublishedV1['value'];
    const row = { ...sound, policySetId, division, version };
    tx.insert(PolicyValueRow, { ...row, value: json(value) }, 'on conflict do nothing');
    tx.afterCommit(() => this.policies.forget());
    const where = { regioncode: division ?? NATION };
    this.outbox.publish(tx, EVENT.regionPolicyValuePublishedV1, policySetId, { ...row, value }, where);
  }
}
