import type { Action, Resource } from '@yiyang/access';
import { EVENT, type EventType } from '@yiyang/contracts';

/** What a reader of this event could read instead. */
export interface Exposure {
  readonly resource: Resource;
  /** Action by which a department reads the resource; without one no department gets the event. */
  readonly action?: Action;
  /** Payload fields whose place in the resource has another name. A field with no place in it goes to no department. */
  readonly fields: Readonly<Record<string, string>>;
}

const institution = (fields: Exposure['fields'] = {}): Exposure => ({
  resource: 'institution',
  action: 'institution.read',
  fields: { institutionId: 'id', ...fields },
});
const qualified = institution({
  qualificationId: 'qualifications.id',
  path: 'qualifications.path',
  filedOn: 'qualifications.filedOn',
  licensedOn: 'qualifications.licensedOn',
});
const fact: Exposure = {
  resource: 'fact',
  action: 'fact.read',
  fields: { factId: 'id', factType: 'type', partnerId: 'value.partnerId', endedOn: 'validTo' },
};
const bedChange: Exposure = {
  resource: 'bed-change',
  action: 'bed-change.read',
  fields: { bedChangeId: 'id', outcome: 'status' },
};
const agreement: Exposure = { resource: 'agreement', action: 'agreement.read', fields: { agreementId: 'id' } };
const alliance: Exposure = { resource: 'alliance', action: 'alliance.read', fields: { allianceId: 'id' } };
const elder: Exposure = { resource: 'elder', action: 'elder.read', fields: { elderId: 'id' } };
const consent: Exposure = {
  resource: 'consent',
  action: 'consent.read',
  fields: { consentId: 'id', giverKind: 'giver.kind' },
};
const record = (fields: Exposure['fields']): Exposure => ({ resource: 'record', action: 'record.read', fields });
const grant = record({
  grantId: 'grants.id',
  referralId: 'grants.referralId',
  institutionId: 'grants.institutionId',
  openedAt: 'grants.openedAt',
  endsOn: 'grants.endsOn',
  endedAt: 'grants.endedAt',
});
const referral: Exposure = {
  resource: 'referral',
  action: 'referral.read',
  fields: { referralId: 'id', institutionId: 'toInstitutionId', dueAt: 'answerDueAt' },
};
const designation: Exposure = {
  resource: 'designation',
  action: 'designation.read',
  fields: {
    designationId: 'id',
    result: 'status',
    activatedOn: 'openedOn',
    clock: 'overdue',
    dueOn: 'evaluationDueOn',
  },
};
const claim: Exposure = {
  resource: 'claim',
  action: 'claim.read',
  fields: {
    claimId: 'id',
    totalFen: 'amounts.medfeeSumamtFen',
    poolFen: 'amounts.hifpPayFen',
    deductibleFen: 'amounts.actPayDedcFen',
    personFen: 'amounts.psnPartAmtFen',
    cashFen: 'amounts.psnCashPayFen',
    previousPoolFen: 'amounts.hifpPayFen',
    previousDeductibleFen: 'amounts.actPayDedcFen',
  },
};
const finding: Exposure = { resource: 'finding', action: 'finding.list', fields: { findingId: 'id' } };

/** Every event by the resource it tells of; `PRIVATE` ones stay between our services. */
export const EXPOSURE: Readonly<Record<EventType, Exposure | 'PRIVATE'>> = {
  [EVENT.institutionApplicationSubmittedV1]: {
    resource: 'application',
    action: 'application.read',
    fields: { applicationId: 'id', path: 'path.value' },
  },
  [EVENT.institutionApplicationChangedV1]: {
    resource: 'application',
    action: 'application.read',
    fields: { applicationId: 'id', clock: 'deadline.clock', dueOn: 'deadline.dueOn' },
  },
  [EVENT.institutionRegistrationChangedV1]: institution(),
  [EVENT.institutionPenaltyRecordedV1]: {
    resource: 'penalty',
    action: 'penalty.list',
    fields: { penaltyId: 'id' },
  },
  [EVENT.institutionFiledV1]: qualified,
  [EVENT.institutionLicensedV1]: qualified,
  [EVENT.institutionQualificationChangedV1]: institution({
    qualificationId: 'qualifications.id',
    state: 'qualifications.state',
    effectiveOn: 'qualifications.effectiveOn',
    reasonCode: 'qualifications.reasonCode',
  }),
  [EVENT.institutionOperationChangedV1]: institution({
    from: 'operation.state',
    to: 'operation.state',
    effectiveOn: 'operation.since',
  }),
  [EVENT.institutionIntegratedStatusChangedV1]: institution({
    isIntegrated: 'isIntegrated.value',
    since: 'isIntegrated.since',
  }),
  [EVENT.institutionBedInventoryChangedV1]: institution({
    bedKind: 'beds.kind',
    approved: 'beds.approved',
    operating: 'beds.operating',
    blocked: 'beds.blocked',
    reserved: 'beds.reserved',
  }),
  [EVENT.institutionFindingRaisedV1]: finding,
  [EVENT.institutionFindingResolvedV1]: finding,
  [EVENT.institutionPriceListPublishedV1]: {
    resource: 'price-list',
    action: 'price-list.read',
    fields: { priceListId: 'id' },
  },
  [EVENT.institutionFactStatedV1]: fact,
  [EVENT.institutionFactEndedV1]: fact,
  [EVENT.institutionFactEndingV1]: fact,
  [EVENT.institutionSurveyProgressedV1]: {
    resource: 'survey-import',
    action: 'survey.read-import',
    fields: { surveyImportId: 'id' },
  },
  [EVENT.institutionFreeBedsListedV1]: {
    resource: 'free-beds',
    action: 'free-beds.list',
    fields: {
      institutionId: 'items.institutionId',
      bedKind: 'items.kind',
      free: 'items.free',
      priceFen: 'items.priceFen',
      listedAt: 'items.updatedAt',
      division: 'items.division',
    },
  },
  [EVENT.institutionBedReductionRequestedV1]: bedChange,
  // Which client stands for whom is nobody's business outside.
  [EVENT.institutionClientBoundV1]: 'PRIVATE',
  [EVENT.institutionClientUnboundV1]: 'PRIVATE',
  [EVENT.elderClientBoundV1]: 'PRIVATE',
  [EVENT.elderClientUnboundV1]: 'PRIVATE',
  [EVENT.assessorRegisteredV1]: { resource: 'assessor', action: 'assessor.read', fields: { assessorId: 'id' } },
  [EVENT.agreementProposedV1]: agreement,
  [EVENT.agreementSignedV1]: agreement,
  [EVENT.agreementEndedV1]: agreement,
  [EVENT.agreementStatusChangedV1]: agreement,
  [EVENT.agreementEndingSoonV1]: agreement,
  [EVENT.liaisonChangedV1]: { resource: 'liaison-form', action: 'liaison.read', fields: { liaisonFormId: 'id' } },
  [EVENT.allianceChangedV1]: alliance,
  [EVENT.allianceMembershipChangedV1]: alliance,
  [EVENT.allianceVisitChangedV1]: {
    resource: 'alliance-visit',
    action: 'alliance.read-visits',
    fields: { visitId: 'id' },
  },
  [EVENT.regionPolicyValuePublishedV1]: {
    resource: 'policy',
    action: 'policy.resolve',
    fields: { document: 'source.document', clause: 'source.clause' },
  },
  [EVENT.elderRegisteredV1]: elder,
  [EVENT.elderInstitutionLinkedV1]: elder,
  [EVENT.elderConsentGivenV1]: consent,
  [EVENT.elderConsentWithdrawnV1]: consent,
  [EVENT.recordAssessmentCompletedV1]: {
    resource: 'assessment',
    action: 'assessment.read',
    fields: { assessmentId: 'id' },
  },
  [EVENT.recordDocumentAddedV1]: record({
    documentId: 'documents.id',
    documentType: 'documents.type',
    institutionId: 'documents.institutionId',
    referralId: 'documents.referralId',
    addedAt: 'documents.addedAt',
  }),
  [EVENT.recordGrantOpenedV1]: grant,
  [EVENT.recordGrantEndedV1]: grant,
  [EVENT.referralRequestedV1]: referral,
  [EVENT.referralAcceptedV1]: referral,
  [EVENT.referralRejectedV1]: referral,
  [EVENT.referralCancelledV1]: referral,
  [EVENT.referralExpiredV1]: referral,
  [EVENT.referralClosedV1]: referral,
  [EVENT.referralDispatchedV1]: referral,
  [EVENT.referralReceivedV1]: referral,
  [EVENT.referralAdmittedV1]: referral,
  [EVENT.referralCompletedV1]: referral,
  [EVENT.referralResponseDeadlineMissedV1]: referral,
  [EVENT.ledgerEntryAppendedV1]: { resource: 'ledger-entry', action: 'ledger.list', fields: { entryId: 'id' } },
  [EVENT.careStateChangedV1]: {
    resource: 'care-state',
    action: 'care-state.read',
    fields: { from: 'state', to: 'state' },
  },
  [EVENT.bedUseChangedV1]: { resource: 'bed-use', action: 'bed-use.list', fields: { bedUseId: 'id' } },
  [EVENT.bedUseReductionAnsweredV1]: bedChange,
  [EVENT.designationAppliedV1]: designation,
  [EVENT.designationAcceptedV1]: designation,
  [EVENT.designationEvaluatedV1]: designation,
  [EVENT.designationAgreementSignedV1]: designation,
  [EVENT.designationActivatedV1]: designation,
  [EVENT.designationSuspendedV1]: designation,
  [EVENT.designationTerminatedV1]: designation,
  [EVENT.designationDeadlineMissedV1]: designation,
  [EVENT.designationDeadlineNearV1]: designation,
  [EVENT.claimAdjudicatedV1]: claim,
  [EVENT.claimAdjustedV1]: claim,
  [EVENT.claimCancelledV1]: claim,
  [EVENT.indicatorSnapshotPublishedV1]: {
    resource: 'indicator',
    action: 'indicator.read',
    fields: { indicator: 'code', publishedAt: 'asOf' },
  },
  [EVENT.findingRaisedV1]: finding,
  [EVENT.findingResolvedV1]: finding,
  // The elder reads the access log, and nobody else.
  [EVENT.accessRecordedV1]: 'PRIVATE',
};

/** Types that some audience may get. */
export const OUTWARD_TYPES = (Object.keys(EXPOSURE) as EventType[]).filter((type) => EXPOSURE[type] !== 'PRIVATE');
export const PRIVATE_TYPES = (Object.keys(EXPOSURE) as EventType[]).filter((type) => EXPOSURE[type] === 'PRIVATE');
