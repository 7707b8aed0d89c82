import {
  EVENT,
  TOPIC,
  type InstitutionFiledV1,
  type InstitutionLicensedV1,
  type InstitutionOperationChangedV1,
  type InstitutionQualificationChangedV1,
  type InstitutionRegistrationChangedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { CopyRepository } from './copy.repository.js';

/** Keeps what designations and claims need to know of institutions. */
@Consumer({
  name: 'institution-copy',
  kind: 'copy',
  tables: ['institution_copy', 'qualification_copy'],
  topics: [TOPIC.institution],
  ignore: [
    EVENT.institutionApplicationSubmittedV1,
    EVENT.institutionApplicationChangedV1,
    EVENT.institutionPenaltyRecordedV1,
    EVENT.institutionIntegratedStatusChangedV1,
    EVENT.institutionBedInventoryChangedV1,
    EVENT.institutionBedReductionRequestedV1,
    EVENT.institutionFreeBedsListedV1,
    EVENT.institutionClientBoundV1,
    EVENT.institutionClientUnboundV1,
    EVENT.institutionFindingRaisedV1,
    EVENT.institutionFindingResolvedV1,
    EVENT.institutionPriceListPublishedV1,
    EVENT.institutionFactStatedV1,
    EVENT.institutionFactEndedV1,
    EVENT.institutionFactEndingV1,
    EVENT.institutionSurveyProgressedV1,
    EVENT.assessorRegisteredV1,
  ],
})
export class InstitutionConsumer {
  constructor(private readonly copies: CopyRepository) {}

  @EventPattern<string>(EVENT.institutionFiledV1)
  onFiled(@Payload() event: InstitutionFiledV1, @Tx() tx: Tx): void {
    this.copies.qualify(tx, event, event.filedOn);
  }

  @EventPattern<string>(EVENT.institutionLicensedV1)
  onLicensed(@Payload() event: InstitutionLicensedV1, @Tx() tx: Tx): void {
    this.copies.qualify(tx, event, event.licensedOn);
  }

  @EventPattern<string>(EVENT.institutionQualificationChangedV1)
  onQualificationChanged(@Payload() event: InstitutionQualificationChangedV1, @Tx() tx: Tx): void {
    this.copies.changeQualification(tx, event);
  }

  @EventPattern<string>(EVENT.institutionRegistrationChangedV1)
  onRegistrationChanged(@Payload() event: InstitutionRegistrationChangedV1, @Tx() tx: Tx): void {
    this.copies.changeRegistration(tx, event);
  }

  @EventPattern<string>(EVENT.institutionOperationChangedV1)
  onOperationChanged(@Payload() event: InstitutionOperationChangedV1, @Tx() tx: Tx): void {
    this.copies.changeOperation(tx, event);
  }
}
