import { EVENT } from '../event.js';
import institutionApplicationSubmittedV1 from './institution-application-submitted.v1.example.json';
import institutionApplicationChangedV1 from './institution-application-changed.v1.example.json';
import institutionPenaltyRecordedV1 from './institution-penalty-recorded.v1.example.json';
import institutionRegistrationChangedV1 from './institution-registration-changed.v1.example.json';
import institutionFiledV1 from './institution-filed.v1.example.json';
import institutionLicensedV1 from './institution-licensed.v1.example.json';
import institutionQualificationChangedV1 from './institution-qualification-changed.v1.example.json';
import institutionOperationChangedV1 from './institution-operation-changed.v1.example.json';
import institutionIntegratedStatusChangedV1 from './institution-integrated-status-changed.v1.example.json';
import institutionBedInventoryChangedV1 from './institution-bed-inventory-changed.v1.example.json';
import institutionFreeBedsListedV1 from './institution-free-beds-listed.v1.example.json';
import institutionBedReductionRequestedV1 from './institution-bed-reduction-requested.v1.example.json';
import institutionClientBoundV1 from './institution-client-bound.v1.example.json';
import institutionClientUnboundV1 from './institution-client-unbound.v1.example.json';
import institutionFindingRaisedV1 from './institution-finding-raised.v1.example.json';
import institutionFindingResolvedV1 from './institution-finding-resolved.v1.example.json';
import institutionPriceListPublishedV1 from './institution-price-list-published.v1.example.json';
import institutionFactStatedV1 from './institution-fact-stated.v1.example.json';
import institutionFactEndedV1 from './institution-fact-ended.v1.example.json';
import institutionFactEndingV1 from './institution-fact-ending.v1.example.json';
import institutionSurveyProgressedV1 from './institution-survey-progressed.v1.example.json';
import assessorRegisteredV1 from './assessor-registered.v1.example.json';
import agreementProposedV1 from './agreement-proposed.v1.example.json';
import agreementSignedV1 from './agreement-signed.v1.example.json';
import agreementEndedV1 from './agreement-ended.v1.example.json';
import agreementStatusChangedV1 from './agreement-status-changed.v1.example.json';
import agreementEndingSoonV1 from './agreement-ending-soon.v1.example.json';
import liaisonChangedV1 from './liaison-changed.v1.example.json';
import allianceChangedV1 from './alliance-changed.v1.example.json';
import allianceMembershipChangedV1 from './alliance-membership-changed.v1.example.json';
import allianceVisitChangedV1 from './alliance-visit-changed.v1.example.json';
import regionPolicyValuePublishedV1 from './region-policy-value-published.v1.example.json';

/** Frozen example envelopes; never edited once published. */
export const INSTITUTION_REGISTRY_EXAMPLES: Record<string, unknown> = {
  [EVENT.institutionApplicationSubmittedV1]: institutionApplicationSubmittedV1,
  [EVENT.institutionApplicationChangedV1]: institutionApplicationChangedV1,
  [EVENT.institutionRegistrationChangedV1]: institutionRegistrationChangedV1,
  [EVENT.institutionPenaltyRecordedV1]: institutionPenaltyRecordedV1,
  [EVENT.institutionFiledV1]: institutionFiledV1,
  [EVENT.institutionLicensedV1]: institutionLicensedV1,
  [EVENT.institutionQualificationChangedV1]: institutionQualificationChangedV1,
  [EVENT.institutionOperationChangedV1]: institutionOperationChangedV1,
  [EVENT.institutionIntegratedStatusChangedV1]: institutionIntegratedStatusChangedV1,
  [EVENT.institutionBedInventoryChangedV1]: institutionBedInventoryChangedV1,
  [EVENT.institutionFactStatedV1]: institutionFactStatedV1,
  [EVENT.institutionFactEndedV1]: institutionFactEndedV1,
  [EVENT.institutionFactEndingV1]: institutionFactEndingV1,
  [EVENT.institutionFreeBedsListedV1]: institutionFreeBedsListedV1,
  [EVENT.institutionBedReductionRequestedV1]: institutionBedReductionRequestedV1,
  [EVENT.institutionClientBoundV1]: institutionClientBoundV1,
  [EVENT.institutionClientUnboundV1]: institutionClientUnboundV1,
  [EVENT.institutionFindingRaisedV1]: institutionFindingRaisedV1,
  [EVENT.institutionFindingResolvedV1]: institutionFindingResolvedV1,
  [EVENT.institutionPriceListPublishedV1]: institutionPriceListPublishedV1,
  [EVENT.institutionSurveyProgressedV1]: institutionSurveyProgressedV1,
  [EVENT.assessorRegisteredV1]: assessorRegisteredV1,
  [EVENT.agreementProposedV1]: agreementProposedV1,
  [EVENT.agreementSignedV1]: agreementSignedV1,
  [EVENT.agreementEndedV1]: agreementEndedV1,
  [EVENT.agreementStatusChangedV1]: agreementStatusChangedV1,
  [EVENT.agreementEndingSoonV1]: agreementEndingSoonV1,
  [EVENT.liaisonChangedV1]: liaisonChangedV1,
  [EVENT.allianceChangedV1]: allianceChangedV1,
  [EVENT.allianceMembershipChangedV1]: allianceMembershipChangedV1,
  [EVENT.allianceVisitChangedV1]: allianceVisitChangedV1,
  [EVENT.regionPolicyValuePublishedV1]: regionPolicyValuePublishedV1,
};
