import { EVENT, TOPIC, type ElderRegisteredV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { CopyRepository } from './copy.repository.js';

/** Keeps how and where elders are insured. */
@Consumer({
  name: 'elder-copy',
  kind: 'copy',
  tables: ['elder_copy'],
  topics: [TOPIC.elder],
  ignore: [
    EVENT.elderInstitutionLinkedV1,
    EVENT.elderClientBoundV1,
    EVENT.elderClientUnboundV1,
    EVENT.elderConsentGivenV1,
    EVENT.elderConsentWithdrawnV1,
  ],
})
export class ElderConsumer {
  constructor(private readonly copies: CopyRepository) {}

  @EventPattern<string>(EVENT.elderRegisteredV1)
  onRegistered(@Payload() event: ElderRegisteredV1, @Tx() tx: Tx): void {
    this.copies.registerElder(tx, event);
  }
}
