import { EVENT, TOPIC, type AgreementEndedV1, type AgreementSignedV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { AgreementFactRow } from './fact.entities.js';

/** Counts cooperation agreements. */
@Consumer({
  name: 'agreement-facts',
  kind: 'copy',
  tables: ['agreement_fact'],
  topics: [TOPIC.agreement],
  ignore: [EVENT.agreementProposedV1],
})
export class AgreementConsumer {
  @EventPattern<string>(EVENT.agreementSignedV1)
  onSigned(@Payload() event: AgreementSignedV1, @Tx() tx: Tx): void {
    const { types: _, ...fact } = event;
    tx.insert(AgreementFactRow, fact);
  }

  @EventPattern<string>(EVENT.agreementEndedV1)
  onEnded(@Payload() event: AgreementEndedV1, @Tx() tx: Tx): void {
    // An agreement that was proposed and never signed ends, too, and was never counted.
    tx.write('update agreement_fact set ended_on = $2 where agreement_id = $1', [event.agreementId, event.endedOn]);
  }
}
