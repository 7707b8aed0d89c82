import {
  EVENT,
  TOPIC,
  type ElderConsentGivenV1,
  type ElderConsentWithdrawnV1,
  type ElderInstitutionLinkedV1,
  type ElderRegisteredV1,
  type RecordDocumentAddedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { ElderCopy } from './elder-copy.js';

/** Keeps what referral needs of elders: where they belong, whom they know, what they agreed to. */
@Consumer({
  name: 'elder-copy',
  kind: 'copy',
  tables: ['elder_copy', 'elder_relation_copy', 'consent_copy', 'document_copy'],
  topics: [TOPIC.elder, TOPIC.record],
  ignore: [
    EVENT.elderClientBoundV1,
    EVENT.elderClientUnboundV1,
    EVENT.recordAssessmentCompletedV1,
    EVENT.recordGrantOpenedV1,
    EVENT.recordGrantEndedV1,
  ],
})
export class ElderConsumer {
  constructor(private readonly elders: ElderCopy) {}

  @EventPattern<string>(EVENT.elderRegisteredV1)
  onRegistered(@Payload() event: ElderRegisteredV1, @Tx() tx: Tx): void {
    this.elders.registered(tx, event);
  }

  @EventPattern<string>(EVENT.elderInstitutionLinkedV1)
  onLinked(@Payload() event: ElderInstitutionLinkedV1, @Tx() tx: Tx): void {
    this.elders.linked(tx, event);
  }

  @EventPattern<string>(EVENT.elderConsentGivenV1)
  onConsentGiven(@Payload() event: ElderConsentGivenV1, @Tx() tx: Tx): void {
    this.elders.consentGiven(tx, event);
  }

  @EventPattern<string>(EVENT.elderConsentWithdrawnV1)
  onConsentWithdrawn(@Payload() event: ElderConsentWithdrawnV1, @Tx() tx: Tx): void {
    this.elders.consentWithdrawn(tx, event);
  }

  @EventPattern<string>(EVENT.recordDocumentAddedV1)
  onDocumentAdded(@Payload() event: RecordDocumentAddedV1, @Tx() tx: Tx): void {
    this.elders.documentAdded(tx, event);
  }
}
