import {
  EVENT,
  TOPIC,
  type AgreementEndedV1,
  type AgreementSignedV1,
  type AgreementStatusChangedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { AgreementRepository } from './agreement.repository.js';

/** Keeps the signed agreements; a proposal opens nothing (CON-01). */
@Consumer({
  name: 'agreement-copy',
  kind: 'copy',
  tables: ['agreement_copy'],
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
  constructor(private readonly agreements: AgreementRepository) {}

  @EventPattern<string>(EVENT.agreementSignedV1)
  onSigned(@Payload() event: AgreementSignedV1, @Tx() tx: Tx): void {
    this.agreements.insert(tx, event);
  }

  @EventPattern<string>(EVENT.agreementStatusChangedV1)
  onStatusChanged(@Payload() event: AgreementStatusChangedV1, @Tx() tx: Tx): void {
    this.agreements.setStatus(tx, event);
  }

  @EventPattern<string>(EVENT.agreementEndedV1)
  onEnded(@Payload() event: AgreementEndedV1, @Tx() tx: Tx): void {
    this.agreements.end(tx, event);
  }
}
