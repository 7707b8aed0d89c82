import { contractsOf } from '../contract.js';
import { EVENT } from '../event.js';
import { TOPIC } from '../topic.js';
import { InstitutionApplicationSubmittedV1 } from './institution-application-submitted.v1.js';
import { InstitutionApplicationChangedV1 } from './institution-application-changed.v1.js';
import { InstitutionPenaltyRecordedV1 } from './institution-penalty-recorded.v1.js';
import { InstitutionRegistrationChangedV1 } from './institution-registration-changed.v1.js';
import { InstitutionFiledV1 } from './institution-filed.v1.js';
import { InstitutionLicensedV1 } from './institution-licensed.v1.js';
import { InstitutionQualificationChangedV1 } from './institution-qualification-changed.v1.js';
import { InstitutionOperationChangedV1 } from './institution-operation-changed.v1.js';
import { InstitutionIntegratedStatusChangedV1 } from './institution-integrated-status-changed.v1.js';
import { InstitutionBedInventoryChangedV1 } from './institution-bed-inventory-changed.v1.js';
import { InstitutionFreeBedsListedV1 } from './institution-free-beds-listed.v1.js';
import { InstitutionBedReductionRequestedV1 } from './institution-bed-reduction-requested.v1.js';
import { InstitutionClientBoundV1 } from './institution-client-bound.v1.js';
import { InstitutionClientUnboundV1 } from './institution-client-unbound.v1.js';
import { InstitutionFindingRaisedV1 } from './institution-finding-raised.v1.js';
import { InstitutionFindingResolvedV1 } from './institution-finding-resolved.v1.js';
import { InstitutionPriceListPublishedV1 } from './institution-price-list-published.v1.js';
import { InstitutionFactStatedV1 } from './institution-fact-stated.v1.js';
import { InstitutionFactEndedV1 } from './institution-fact-ended.v1.js';
import { InstitutionFactEndingV1 } from './institution-fact-ending.v1.js';
import { InstitutionSurveyProgressedV1 } from './institution-survey-progressed.v1.js';
import { AssessorRegisteredV1 } from './assessor-registered.v1.js';
import { AgreementProposedV1 } from './agreement-proposed.v1.js';
import { AgreementSignedV1 } from './agreement-signed.v1.js';
import { AgreementEndedV1 } from './agreement-ended.v1.js';
import { AgreementStatusChangedV1 } from './agreement-status-changed.v1.js';
import { AgreementEndingSoonV1 } from './agreement-ending-soon.v1.js';
import { LiaisonChangedV1 } from './liaison-changed.v1.js';
import { AllianceChangedV1 } from './alliance-changed.v1.js';
import { AllianceMembershipChangedV1 } from './alliance-membership-changed.v1.js';
import { AllianceVisitChangedV1 } from './alliance-visit-changed.v1.js';
import { RegionPolicyValuePublishedV1 } from './region-policy-value-published.v1.js';

/** What institution registry says, by event type. */
export const INSTITUTION_REGISTRY_CONTRACTS = {
  ...contractsOf(
    { producer: 'institution-registry', topic: TOPIC.institution, aggregate: 'institutionId' },
    {
      [EVENT.institutionApplicationSubmittedV1]: InstitutionApplicationSubmittedV1,
      [EVENT.institutionApplicationChangedV1]: InstitutionApplicationChangedV1,
      [EVENT.institutionRegistrationChangedV1]: InstitutionRegistrationChangedV1,
      [EVENT.institutionPenaltyRecordedV1]: InstitutionPenaltyRecordedV1,
      [EVENT.institutionFiledV1]: InstitutionFiledV1,
      [EVENT.institutionLicensedV1]: InstitutionLicensedV1,
      [EVENT.institutionQualificationChangedV1]: InstitutionQualificationChangedV1,
      [EVENT.institutionOperationChangedV1]: InstitutionOperationChangedV1,
      [EVENT.institutionIntegratedStatusChangedV1]: InstitutionIntegratedStatusChangedV1,
      [EVENT.institutionBedInventoryChangedV1]: InstitutionBedInventoryChangedV1,
      [EVENT.institutionFactStatedV1]: InstitutionFactStatedV1,
      [EVENT.institutionFactEndedV1]: InstitutionFactEndedV1,
      [EVENT.institutionFactEndingV1]: InstitutionFactEndingV1,
      [EVENT.institutionFreeBedsListedV1]: InstitutionFreeBedsListedV1,
      [EVENT.institutionBedReductionRequestedV1]: InstitutionBedReductionRequestedV1,
      [EVENT.institutionClientBoundV1]: InstitutionClientBoundV1,
      [EVENT.institutionClientUnboundV1]: InstitutionClientUnboundV1,
      [EVENT.institutionFindingRaisedV1]: InstitutionFindingRaisedV1,
      [EVENT.institutionFindingResolvedV1]: InstitutionFindingResolvedV1,
      [EVENT.institutionPriceListPublishedV1]: InstitutionPriceListPublishedV1,
    },
  ),
  ...contractsOf(
    { producer: 'institution-registry', topic: TOPIC.institution, aggregate: 'surveyImportId' },
    {
      [EVENT.institutionSurveyProgressedV1]: InstitutionSurveyProgressedV1,
    },
  ),
  ...contractsOf(
    { producer: 'institution-registry', topic: TOPIC.institution, aggregate: 'assessorId' },
    {
      [EVENT.assessorRegisteredV1]: AssessorRegisteredV1,
    },
  ),
  ...contractsOf(
    { producer: 'institution-registry', topic: TOPIC.agreement, aggregate: 'agreementId' },
    {
      [EVENT.agreementProposedV1]: AgreementProposedV1,
      [EVENT.agreementSignedV1]: AgreementSignedV1,
      [EVENT.agreementEndedV1]: AgreementEndedV1,
      [EVENT.agreementStatusChangedV1]: AgreementStatusChangedV1,
      [EVENT.agreementEndingSoonV1]: AgreementEndingSoonV1,
    },
  ),
  ...contractsOf(
    { producer: 'institution-registry', topic: TOPIC.agreement, aggregate: 'liaisonFormId' },
    {
      [EVENT.liaisonChangedV1]: LiaisonChangedV1,
    },
  ),
  ...contractsOf(
    { producer: 'institution-registry', topic: TOPIC.agreement, aggregate: 'allianceId' },
    {
      [EVENT.allianceChangedV1]: AllianceChangedV1,
      [EVENT.allianceMembershipChangedV1]: AllianceMembershipChangedV1,
      [EVENT.allianceVisitChangedV1]: AllianceVisitChangedV1,
    },
  ),
  ...contractsOf(
    { producer: 'institution-registry', topic: TOPIC.regionPolicy, aggregate: 'policySetId' },
    {
      [EVENT.regionPolicyValuePublishedV1]: RegionPolicyValuePublishedV1,
    },
  ),
};
