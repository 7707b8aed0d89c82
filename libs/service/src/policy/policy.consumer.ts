import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EVENT, TOPIC, type RegionPolicyValuePublishedV1 } from '@yiyang/contracts';
import { Consumer, EventTx } from '@yiyang/messaging';
import { json, type Tx } from '@yiyang/persistence';
import { PolicyValueRow } from './policy-value.entity.js';

/** Keeps this service's copy of the regional policy. */
@Consumer({ name: 'policy-copy', kind: 'copy', tables: ['policy_value'], topics: [TOPIC.regionPolicy], ignore: [] })
@Controller()
export class PolicyConsumer {
  @EventPattern<string>(EVENT.regionPolicyValuePublishedV1)
  async onPublished(@Payload() event: RegionPolicyValuePublishedV1, @EventTx() tx: Tx): Promise<void> {
    tx.insert(PolicyValueRow, { ...event, value: json(event.value) }, 'on conflict do nothing');
  }
}
