import {
  EVENT,
  TOPIC,
  type ElderClientBoundV1,
  type ElderClientUnboundV1,
  type InstitutionClientBoundV1,
  type InstitutionClientUnboundV1,
  type InstitutionFiledV1,
  type InstitutionLicensedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { ClientBindings } from './client-bindings.js';

/** Keeps the copy of who is bound to which client, and of which units belong to which host. */
@Consumer({
  name: 'client-copy',
  kind: 'copy',
  tables: ['client_binding', 'institution_unit'],
  topics: [TOPIC.institution, TOPIC.elder],
  ignore: [
    EVENT.institutionFactStatedV1,
    EVENT.institutionFactEndedV1,
    EVENT.institutionFactEndingV1,
    EVENT.institutionApplicationSubmittedV1,
    EVENT.institutionApplicationChangedV1,
    EVENT.institutionRegistrationChangedV1,
    EVENT.institutionPenaltyRecordedV1,
    EVENT.institutionQualificationChangedV1,
    EVENT.institutionOperationChangedV1,
    EVENT.institutionIntegratedStatusChangedV1,
    EVENT.institutionBedInventoryChangedV1,
    EVENT.institutionFindingRaisedV1,
    EVENT.institutionFindingResolvedV1,
    EVENT.institutionPriceListPublishedV1,
    EVENT.institutionSurveyProgressedV1,
    EVENT.institutionBedReductionRequestedV1,
    EVENT.institutionFreeBedsListedV1,
    EVENT.assessorRegisteredV1,
    EVENT.elderRegisteredV1,
    EVENT.elderInstitutionLinkedV1,
    EVENT.elderConsentGivenV1,
    EVENT.elderConsentWithdrawnV1,
  ],
})
export class ClientConsumer {
  constructor(private readonly bindings: ClientBindings) {}

  @EventPattern<string>(EVENT.institutionClientBoundV1)
  onInstitutionBound(@Payload() event: InstitutionClientBoundV1, @Tx() tx: Tx): void {
    this.bindings.bindInstitution(tx, event);
  }

  @EventPattern<string>(EVENT.institutionClientUnboundV1)
  onInstitutionUnbound(@Payload() event: InstitutionClientUnboundV1, @Tx() tx: Tx): void {
    this.bindings.unbind(tx, event.clientId, event.institutionId);
  }

  @EventPattern<string>(EVENT.elderClientBoundV1)
  onElderBound(@Payload() event: ElderClientBoundV1, @Tx() tx: Tx): void {
    this.bindings.bindElder(tx, event);
  }

  @EventPattern<string>(EVENT.elderClientUnboundV1)
  onElderUnbound(@Payload() event: ElderClientUnboundV1, @Tx() tx: Tx): void {
    this.bindings.unbind(tx, event.clientId, event.elderId);
  }

  @EventPattern<string>(EVENT.institutionFiledV1)
  onFiled(@Payload() event: InstitutionFiledV1, @Tx() tx: Tx): void {
    this.bindings.putUnit(tx, event);
  }

  @EventPattern<string>(EVENT.institutionLicensedV1)
  onLicensed(@Payload() event: InstitutionLicensedV1, @Tx() tx: Tx): void {
    this.bindings.putUnit(tx, event);
  }
}
