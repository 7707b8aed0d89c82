import type { ServiceDefinition } from '@yiyang/service';
import { AGREEMENT_FEATURE } from './agreement/agreement.feature.js';
import { ALLIANCE_FEATURE } from './alliance/alliance.feature.js';
import { APPLICATION_FEATURE } from './application/application.feature.js';
import { ASSESSOR_FEATURE } from './assessor/assessor.feature.js';
import { BED_FEATURE } from './bed/bed.feature.js';
import { CAPACITY_FEATURE } from './capacity/capacity.feature.js';
import { CLIENT_FEATURE } from './client/client.feature.js';
import { COMPLAINT_FEATURE } from './complaint/complaint.feature.js';
import { COMPLIANCE_FEATURE } from './compliance/compliance.feature.js';
import { FACT_FEATURE } from './fact/fact.feature.js';
import { GUIDE_FEATURE } from './guide/guide.feature.js';
import { HISTORY_FEATURE } from './history/history.feature.js';
import { INSTITUTION_FEATURE } from './institution/institution.feature.js';
import { LIAISON_FEATURE } from './liaison/liaison.feature.js';
import { PENALTY_FEATURE } from './penalty/penalty.feature.js';
import { POLICY_FEATURE } from './policy/policy.feature.js';
import { PRICE_FEATURE } from './price/price.feature.js';
import { REVIEW_FEATURE } from './review/review.feature.js';
import { SURVEY_FEATURE } from './survey/survey.feature.js';
import { BedEffects } from './bed/bed-effects.js';
import { IntegrationReview } from './institution/integration-review.js';
import { ComplianceReview } from './compliance/compliance-review.js';
import { FreeBedListing } from './capacity/free-bed-listing.js';
import { registryMigrations } from './migrations/index.js';
import { REFUSALS } from './refusals.js';
import { RegistryDeadlines } from './registry-deadlines.js';
import { RegistrySeed } from './registry-seed.js';
import { REVIEW_STEPS, type ReviewStep } from './review/institution-review.js';

const features = [
  AGREEMENT_FEATURE,
  ALLIANCE_FEATURE,
  APPLICATION_FEATURE,
  ASSESSOR_FEATURE,
  BED_FEATURE,
  CAPACITY_FEATURE,
  CLIENT_FEATURE,
  COMPLAINT_FEATURE,
  COMPLIANCE_FEATURE,
  FACT_FEATURE,
  GUIDE_FEATURE,
  HISTORY_FEATURE,
  INSTITUTION_FEATURE,
  LIAISON_FEATURE,
  PENALTY_FEATURE,
  POLICY_FEATURE,
  PRICE_FEATURE,
  REVIEW_FEATURE,
  SURVEY_FEATURE,
];

/** What a review computes, in this order. */
const reviewSteps = {
  provide: REVIEW_STEPS,
  useFactory: (...steps: ReviewStep[]) => steps,
  inject: [BedEffects, IntegrationReview, ComplianceReview, FreeBedListing],
};

/** The institution registry. */
export const institutionRegistry: ServiceDefinition = {
  name: 'institution-registry',
  port: 8081,
  title: { zh: '机构登记服务', en: 'Institution registry' },
  migrations: registryMigrations,
  refusals: REFUSALS,
  controllers: features.flatMap(({ controllers }) => controllers),
  providers: [...features.flatMap(({ providers }) => providers), reviewSteps],
  deadlines: RegistryDeadlines,
  seed: RegistrySeed,
};
