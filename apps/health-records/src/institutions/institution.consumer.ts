import {
  EVENT,
  TOPIC,
  type AssessorRegisteredV1,
  type InstitutionFiledV1,
  type InstitutionLicensedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { AssessorCopyRow, InstitutionCopyRow } from './institution.entity.js';

/** Keeps what health-records needs of the registry: side, place and host of institutions, and who may assess. */
@Consumer({
  name: 'institution-copy',
  kind: 'copy',
  tables: ['institution_copy', 'assessor_copy'],
  topics: [TOPIC.institution],
  ignore: [
    EVENT.institutionApplicationSubmittedV1,
    EVENT.institutionApplicationChangedV1,
    EVENT.institutionRegistrationChangedV1,
    EVENT.institutionPenaltyRecordedV1,
    EVENT.institutionQualificationChangedV1,
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
  ],
})
export class InstitutionConsumer {
  @EventPattern<string>(EVENT.institutionFiledV1)
  onFiled(@Payload() event: InstitutionFiledV1, @Tx() tx: Tx): void {
    keep(tx, event);
  }

  @EventPattern<string>(EVENT.institutionLicensedV1)
  onLicensed(@Payload() event: InstitutionLicensedV1, @Tx() tx: Tx): void {
    keep(tx, event);
  }

  @EventPattern<string>(EVENT.assessorRegisteredV1)
  onAssessor(@Payload() event: AssessorRegisteredV1, @Tx() tx: Tx): void {
    const { assessorId, organisationId, validFrom, validTo, division } = event;
    tx.insert(
      AssessorCopyRow,
      { assessorId, organisationId, validFrom, validTo, division },
      `on conflict (assessor_id) do update set organisation_id = excluded.organisation_id,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, division = excluded.division`,
    );
  }
}

function keep(tx: Tx, event: InstitutionFiledV1 | InstitutionLicensedV1): void {
  const { institutionId, kind, side, division, hostId } = event;
  tx.insert(
    InstitutionCopyRow,
    { institutionId, kind, side, division, hostId: hostId ?? null },
    `on conflict (institution_id) do update set kind = excluded.kind, side = excluded.side,
     division = excluded.division, host_id = excluded.host_id`,
  );
}
