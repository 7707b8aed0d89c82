import { systemContext } from '@yiyang/access';
import { EVENT, TOPIC, type AccessRecordedV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { SERVICE } from '../service-name.js';
import { AccessLogRow } from './access-log.entity.js';

/** Builds each elder's log of who looked, from what every service says. */
@Consumer({ name: 'access-log', kind: 'copy', tables: ['access_log'], topics: [TOPIC.access] })
export class AccessLogConsumer {
  @EventPattern<string>(EVENT.accessRecordedV1)
  onRecorded(@Payload() { elderId, entries }: AccessRecordedV1, @Tx() tx: Tx): void {
    tx.actAs(systemContext(SERVICE));
    for (const { entryId, at, role, organisationId, region, purpose, action, outcome, emergency } of entries) {
      const from = { role, organisationId: organisationId ?? null, region: region ?? null };
      const look = { entryId, elderId, at: new Date(at), ...from, purpose, action, outcome, emergency };
      tx.insert(AccessLogRow, look, 'on conflict do nothing');
    }
  }
}
