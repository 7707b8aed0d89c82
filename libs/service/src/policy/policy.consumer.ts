import { EVENT, TOPIC, type RegionPolicyValuePublishedV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { json } from '@yiyang/persistence';
import { Policies } from './policies.js';
import { PolicyValueRow } from './policy-value.entity.js';

/** Keeps this service's copy of the regional policy. */
@Consumer({ name: 'policy-copy', kind: 'copy', tables: ['policy_value'], topics: [TOPIC.regionPolicy] })
export class PolicyConsumer {
  constructor(private readonly policies: Policies) {}

  @EventPattern<string>(EVENT.regionPolicyValuePublishedV1)
  onPublished(@Payload() event: RegionPolicyValuePublishedV1, @Tx() tx: Tx): void {
    tx.insert(PolicyValueRow, { ...event, value: json(event.value) }, 'on conflict do nothing');
    tx.afterCommit(() => this.policies.forget());
  }
}
