import {
  EVENT,
  TOPIC,
  type InstitutionFiledV1,
  type InstitutionLicensedV1,
  type InstitutionQualificationChangedV1,
} from '@yiyang/contracts';
import { Consumer, EventOf, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { InstitutionFactRow, QualificationFactRow } from './fact.entities.js';

/** Counts institutions and what qualifies them. */
@Consumer({
  name: 'institution-facts',
  kind: 'copy',
  tables: ['institution_fact', 'qualification_fact'],
  topics: [TOPIC.institution],
  ignore: [
    EVENT.institutionApplicationSubmittedV1,
    EVENT.institutionApplicationChangedV1,
    EVENT.institutionRegistrationChangedV1,
    EVENT.institutionPenaltyRecordedV1,
    EVENT.institutionOperationChangedV1,
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
  @EventPattern<string>(EVENT.institutionFiledV1)
  onFiled(@Payload() event: InstitutionFiledV1, @EventOf() envelope: EventOf, @Tx() tx: Tx): void {
    qualified(tx, event, event.filedOn, envelope.sequence);
  }

  @EventPattern<string>(EVENT.institutionLicensedV1)
  onLicensed(@Payload() event: InstitutionLicensedV1, @EventOf() envelope: EventOf, @Tx() tx: Tx): void {
    qualified(tx, event, event.licensedOn, envelope.sequence);
  }

  @EventPattern<string>(EVENT.institutionQualificationChangedV1)
  onChanged(@Payload() event: InstitutionQualificationChangedV1, @EventOf() envelope: EventOf, @Tx() tx: Tx): void {
    const { institutionId, qualificationId, side, state, effectiveOn } = event;
    tx.insert(QualificationFactRow, {
      institutionId,
      qualificationId,
      side,
      state,
      effectiveOn,
      sequence: envelope.sequence,
    });
  }
}

function qualified(
  tx: Tx,
  event: InstitutionFiledV1 | InstitutionLicensedV1,
  effectiveOn: string,
  sequence: number,
): void {
  const { institutionId, qualificationId, kind, division, side } = event;
  tx.insert(
    InstitutionFactRow,
    { institutionId, kind, division, hostId: event.hostId ?? null },
    'on conflict do nothing',
  );
  tx.insert(QualificationFactRow, { institutionId, qualificationId, side, state: 'ACTIVE', effectiveOn, sequence });
}
