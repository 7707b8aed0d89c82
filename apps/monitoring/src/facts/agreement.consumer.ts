import {
  EVENT,
  TOPIC,
  type AgreementEndedV1,
  type AgreementSignedV1,
  type AgreementStatusChangedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { AgreementFactRow } from './fact.entities.js';

/** Counts cooperation agreements. */
@Consumer({
  name: 'agreement-facts',
  kind: 'copy',
  tables: ['agreement_fact'],
  topics: [TOPIC.agreement],
  ignore: [
    EVENT.agreementProposedV1,
    EVENT.agreementEndingSoonV1,
    EVENT.liaisonChangedV1,
    EVENT.allianceChangedV1,
    EVENT.allianceMembershipChangedV1,
    EVENT.allianceVisitChangedV1,
  ],
})
export class AgreementConsumer {
  @EventPattern<string>(EVENT.agreementSignedV1)
  onSigned(@Payload() event: AgreementSignedV1, @Tx() tx: Tx): void {
    const { types: _, ...fact } = event;
    tx.insert(AgreementFactRow, fact);
  }

  @EventPattern<string>(EVENT.agreementStatusChangedV1)
  onStatusChanged(@Payload() { agreementId, status, effectiveOn }: AgreementStatusChangedV1, @Tx() tx: Tx): void {
    const change = status === 'SUSPENDED' ? '+' : '-';
    tx.write(
      `update agreement_fact set suspended = suspended ${change} datemultirange(daterange($2, null)) where agreement_id = $1`,
      [agreementId, effectiveOn],
    );
  }

  @EventPattern<string>(EVENT.agreementEndedV1)
  onEnded(@Payload() event: AgreementEndedV1, @Tx() tx: Tx): void {
    // An agreement that was proposed and never signed ends, too, and was never counted.
    tx.write('update agreement_fact set ended_on = $2 where agreement_id = $1', [event.agreementId, event.endedOn]);
  }
}
