import {
  EVENT,
  TOPIC,
  type InstitutionBedInventoryChangedV1,
  type InstitutionBedReductionRequestedV1,
  type InstitutionFiledV1,
  type InstitutionLicensedV1,
  type InstitutionOperationChangedV1,
  type InstitutionQualificationChangedV1,
  type InstitutionRegistrationChangedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { InstitutionCopy } from './institution-copy.js';

/** Keeps what referral needs of institutions: who they are, whether they operate, how many beds they have. */
@Consumer({
  name: 'institution-copy',
  kind: 'copy',
  tables: ['institution_copy', 'operation_copy', 'qualification_copy', 'bed_inventory_copy', 'bed_change_copy'],
  topics: [TOPIC.institution],
  ignore: [
    EVENT.institutionApplicationSubmittedV1,
    EVENT.institutionApplicationChangedV1,
    EVENT.institutionPenaltyRecordedV1,
    EVENT.institutionIntegratedStatusChangedV1,
    EVENT.institutionClientBoundV1,
    EVENT.institutionClientUnboundV1,
    EVENT.institutionFactStatedV1,
    EVENT.institutionFactEndedV1,
    EVENT.institutionFactEndingV1,
    EVENT.assessorRegisteredV1,
    EVENT.institutionFindingRaisedV1,
    EVENT.institutionFindingResolvedV1,
    EVENT.institutionPriceListPublishedV1,
    EVENT.institutionFreeBedsListedV1,
    EVENT.institutionSurveyProgressedV1,
  ],
})
export class InstitutionConsumer {
  constructor(private readonly institutions: InstitutionCopy) {}

  @EventPattern<string>(EVENT.institutionFiledV1)
  onFiled(@Payload() event: InstitutionFiledV1, @Tx() tx: Tx): void {
    this.institutions.qualified(tx, event, event.filedOn);
  }

  @EventPattern<string>(EVENT.institutionLicensedV1)
  onLicensed(@Payload() event: InstitutionLicensedV1, @Tx() tx: Tx): void {
    this.institutions.qualified(tx, event, event.licensedOn);
  }

  @EventPattern<string>(EVENT.institutionQualificationChangedV1)
  onQualificationChanged(@Payload() event: InstitutionQualificationChangedV1, @Tx() tx: Tx): void {
    this.institutions.qualificationChanged(tx, event);
  }

  @EventPattern<string>(EVENT.institutionRegistrationChangedV1)
  onRegistrationChanged(@Payload() event: InstitutionRegistrationChangedV1, @Tx() tx: Tx): void {
    this.institutions.registrationChanged(tx, event);
  }

  @EventPattern<string>(EVENT.institutionOperationChangedV1)
  onOperationChanged(@Payload() event: InstitutionOperationChangedV1, @Tx() tx: Tx): void {
    this.institutions.operationChanged(tx, event);
  }

  @EventPattern<string>(EVENT.institutionBedInventoryChangedV1)
  onBedInventoryChanged(@Payload() event: InstitutionBedInventoryChangedV1, @Tx() tx: Tx): void {
    this.institutions.bedInventoryChanged(tx, event);
  }

  @EventPattern<string>(EVENT.institutionBedReductionRequestedV1)
  onBedReductionRequested(@Payload() event: InstitutionBedReductionRequestedV1, @Tx() tx: Tx): void {
    this.institutions.bedReductionRequested(tx, event);
  }
}
