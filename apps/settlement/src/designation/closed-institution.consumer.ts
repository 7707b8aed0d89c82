import { EVENT, TOPIC, type InstitutionOperationChangedV1 } from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { DesignationRecorder } from './designation-recorder.js';
import { DesignationRepository } from './designation.repository.js';
import { DesignationClockRows } from './designation-clock-rows.js';
import { isLive, terminateDesignation } from './domain/stop-designation.js';

/** An institution that closes or is forced out loses its designation. Source: requirements §8.2. */
@Consumer({
  name: 'closed-institution',
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
export class ClosedInstitutionConsumer {
  constructor(
    private readonly designations: DesignationRepository,
    private readonly recorder: DesignationRecorder,
    private readonly clocks: DesignationClockRows,
  ) {}

  @EventPattern<string>(EVENT.institutionOperationChangedV1)
  async onOperationChanged(@Payload() event: InstitutionOperationChangedV1, @Tx() tx: Tx): Promise<void> {
    if (event.to !== 'CLOSED' && event.to !== 'FORCED_EXIT') return;
    const designations = await this.designations.ofInstitution(tx, event.institutionId, 'for update');
    for (const loaded of designations.filter(isLive)) {
      const { designation, event: said } = terminateDesignation(loaded, {
        effectiveOn: event.effectiveOn,
        reasonCode: `INSTITUTION_${event.to}`,
      });
      this.clocks.finishAll(tx, designation.id);
      this.recorder.changedBySystem(tx, designation, EVENT.designationTerminatedV1, said);
    }
  }
}
