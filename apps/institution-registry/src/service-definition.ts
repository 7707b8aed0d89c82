import type { ServiceDefinition } from '@yiyang/service';
import { AGREEMENT_PROVIDERS } from './agreement/agreement.providers.js';
import { AgreementController } from './agreement/agreement.controller.js';
import { ALLIANCE_PROVIDERS } from './alliance/alliance.providers.js';
import { AllianceController } from './alliance/alliance.controller.js';
import { AllianceVisitController } from './alliance/alliance-visit.controller.js';
import { APPLICATION_PROVIDERS } from './application/application.providers.js';
import { ApplicationController } from './application/application.controller.js';
import { AssessorController } from './assessor/assessor.controller.js';
import { AssessorRepository } from './assessor/assessor.repository.js';
import { AssessorService } from './assessor/assessor.service.js';
import { BedAnswersConsumer } from './bed/bed-answers.consumer.js';
import { BedController } from './bed/bed.controller.js';
import { BedEffects } from './bed/bed-effects.js';
import { BED_PROVIDERS } from './bed/bed.providers.js';
import { BedUseConsumer } from './bed/bed-use.consumer.js';
import { CapacityController } from './capacity/capacity.controller.js';
import { CAPACITY_PROVIDERS } from './capacity/capacity.providers.js';
import { DesignationConsumer } from './capacity/designation.consumer.js';
import { FreeBedListing } from './capacity/free-bed-listing.js';
import { ClientService } from './client/client.service.js';
import { FactController } from './fact/fact.controller.js';
import { FactDeadlines } from './fact/fact-deadlines.js';
import { FactGrounds } from './fact/fact-grounds.js';
import { FactLedger } from './fact/fact-ledger.js';
import { FactReader } from './fact/fact-reader.js';
import { FactRepository } from './fact/fact.repository.js';
import { FactService } from './fact/fact.service.js';
import { ReportController } from './fact/report.controller.js';
import { ReportRepository } from './fact/report.repository.js';
import { ReportService } from './fact/report.service.js';
import { FactStating } from './fact/fact-stating.js';
import { ComplianceController } from './compliance/compliance.controller.js';
import { COMPLIANCE_PROVIDERS } from './compliance/compliance.providers.js';
import { ComplianceReview } from './compliance/compliance-review.js';
import { GuideController } from './guide/guide.controller.js';
import { GUIDE_PROVIDERS } from './guide/guide.providers.js';
import { History } from './history/history.js';
import { INSTITUTION_PROVIDERS } from './institution/institution.providers.js';
import { InstitutionController } from './institution/institution.controller.js';
import { IntegrationReview } from './institution/integration-review.js';
import { OperationController } from './institution/operation.controller.js';
import { QualificationController } from './institution/qualification.controller.js';
import { LIAISON_PROVIDERS } from './liaison/liaison.providers.js';
import { LiaisonController } from './liaison/liaison.controller.js';
import { CreateRegistryTables1764000001000 } from './migrations/1764000001000-create-registry-tables.js';
import { CreateInstitutionChange1764000001010 } from './migrations/1764000001010-create-institution-change.js';
import { CreateFinding1764000001400 } from './migrations/1764000001400-create-finding.js';
import { ReviewKnownInstitutions1764000001410 } from './migrations/1764000001410-review-known-institutions.js';
import { CreatePriceLists1764000001700 } from './migrations/1764000001700-create-price-lists.js';
import { CreateInstitutionFact1764000001300 } from './migrations/1764000001300-create-institution-fact.js';
import { ExtendAgreement1764000001500 } from './migrations/1764000001500-extend-agreement.js';
import { CreateSurveys1764000001710 } from './migrations/1764000001710-create-surveys.js';
import { AddAgreementDistance1764000001530 } from './migrations/1764000001530-add-agreement-distance.js';
import { CreateAlliance1764000001520 } from './migrations/1764000001520-create-alliance.js';
import { CreateLiaisonForm1764000001510 } from './migrations/1764000001510-create-liaison-form.js';
import { CreatePolicySets1764000001600 } from './migrations/1764000001600-create-policy-sets.js';
import { POLICY_CONTROLLERS, POLICY_PROVIDERS } from './policy/policy.providers.js';
import { CreateDesignationCopy1764000001210 } from './migrations/1764000001210-create-designation-copy.js';
import { CreateBedChanges1764000001200 } from './migrations/1764000001200-create-bed-changes.js';
import { CreateComplaints1764000001720 } from './migrations/1764000001720-create-complaints.js';
import { ExtendApplication1764000001100 } from './migrations/1764000001100-extend-application.js';
import { ExtendInstitution1764000001110 } from './migrations/1764000001110-extend-institution.js';
import { CreateGuide1764000001120 } from './migrations/1764000001120-create-guide.js';
import { PenaltyController } from './penalty/penalty.controller.js';
import { SeedPolicies } from './policy/seed-policies.js';
import { PriceController } from './price/price.controller.js';
import { PriceRepository } from './price/price.repository.js';
import { PriceService } from './price/price.service.js';
import { REFUSALS } from './refusals.js';
import { RegistryDeadlines } from './registry-deadlines.js';
import { RegistrySeed } from './registry-seed.js';
import { InstitutionReview, REVIEW_STEPS, type ReviewStep } from './review/institution-review.js';
import { Reviews } from './review/reviews.js';
import { COMPLAINT_CONTROLLERS, COMPLAINT_PROVIDERS } from './complaint/complaint.providers.js';
import { SURVEY_CONTROLLERS, SURVEY_PROVIDERS } from './survey/survey.providers.js';

/** The institution registry. */
export const institutionRegistry: ServiceDefinition = {
  name: 'institution-registry',
  port: 8081,
  title: { zh: '机构登记服务', en: 'Institution registry' },
  migrations: [
    CreateRegistryTables1764000001000,
    CreateInstitutionChange1764000001010,
    ExtendApplication1764000001100,
    ExtendInstitution1764000001110,
    CreateGuide1764000001120,
    CreateInstitutionFact1764000001300,
    CreateFinding1764000001400,
    ReviewKnownInstitutions1764000001410,
    ExtendAgreement1764000001500,
    CreateLiaisonForm1764000001510,
    CreateBedChanges1764000001200,
    CreateDesignationCopy1764000001210,
    CreateAlliance1764000001520,
    AddAgreementDistance1764000001530,
    CreatePriceLists1764000001700,
    CreateSurveys1764000001710,
    CreatePolicySets1764000001600,
    CreateComplaints1764000001720,
  ],
  refusals: REFUSALS,
  controllers: [
    ApplicationController,
    InstitutionController,
    OperationController,
    QualificationController,
    PenaltyController,
    GuideController,
    AssessorController,
    AgreementController,
    LiaisonController,
    AllianceController,
    AllianceVisitController,
    PriceController,
    FactController,
    ...POLICY_CONTROLLERS,
    ComplianceController,
    ReportController,
    BedController,
    BedAnswersConsumer,
    BedUseConsumer,
    ...SURVEY_CONTROLLERS,
    ...COMPLAINT_CONTROLLERS,
    CapacityController,
    DesignationConsumer,
  ],
  providers: [
    ...APPLICATION_PROVIDERS,
    ...INSTITUTION_PROVIDERS,
    ...GUIDE_PROVIDERS,
    SeedPolicies,
    ClientService,
    AssessorRepository,
    AssessorService,
    ...AGREEMENT_PROVIDERS,
    ...LIAISON_PROVIDERS,
    ...ALLIANCE_PROVIDERS,
    PriceRepository,
    PriceService,
    FactRepository,
    FactGrounds,
    FactLedger,
    FactStating,
    FactService,
    FactReader,
    FactDeadlines,
    ...POLICY_PROVIDERS,
    ReportRepository,
    ReportService,
    ...SURVEY_PROVIDERS,
    ...COMPLAINT_PROVIDERS,
    History,
    Reviews,
    InstitutionReview,
    ...COMPLIANCE_PROVIDERS,
    ...BED_PROVIDERS,
    ...CAPACITY_PROVIDERS,
    {
      provide: REVIEW_STEPS,
      useFactory: (...steps: ReviewStep[]) => steps,
      inject: [BedEffects, IntegrationReview, ComplianceReview, FreeBedListing],
    },
  ],
  deadlines: RegistryDeadlines,
  seed: RegistrySeed,
};
