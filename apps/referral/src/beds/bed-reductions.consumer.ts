import { EVENT, TOPIC, type InstitutionBedReductionRequestedV1 } from '@yiyang/contracts';
import { Consumer, EventOf, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { BedReductions } from './bed-reductions.js';

/** Reductions that the registry asks for. */
@Consumer({
  name: 'bed-reductions',
  kind: 'reaction',
  topics: [TOPIC.institution],
  ignore: [
    EVENT.institutionApplicationSubmittedV1,
    EVENT.institutionApplicationChangedV1,
    EVENT.institutionRegistrationChangedV1,
    EVENT.institutionPenaltyRecordedV1,
    EVENT.institutionFiledV1,
    EVENT.institutionLicensedV1,
    EVENT.institutionQualificationChangedV1,
    EVENT.institutionOperationChangedV1,
    EVENT.institutionIntegratedStatusChangedV1,
    EVENT.institutionBedInventoryChangedV1,
    EVENT.institutionClientBoundV1,
    EVENT.institutionClientUnboundV1,
    EVENT.institutionPriceListPublishedV1,
    EVENT.institutionFreeBedsListedV1,
    EVENT.institutionSurveyProgressedV1,
    EVENT.institutionFactStatedV1,
    EVENT.institutionFactEndedV1,
    EVENT.institutionFactEndingV1,
    EVENT.institutionFindingRaisedV1,
    EVENT.institutionFindingResolvedV1,
    EVENT.assessorRegisteredV1,
  ],
})
export class BedReductionsConsumer {
  constructor(private readonly reductions: BedReductions) {}

  @EventPattern<string>(EVENT.institutionBedReductionRequestedV1)
  onRequested(
    @Payload() event: InstitutionBedReductionRequestedV1,
    @EventOf() envelope: EventOf,
    @Tx() tx: Tx,
  ): Promise<void> {
    return this.reductions.answer(tx, event, envelope.regioncode);
  }
}
