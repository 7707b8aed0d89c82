import type { ServiceDefinition } from '@yiyang/service';
import { AccumulationController } from './accumulation/accumulation.controller.js';
import { AccumulationRepository } from './accumulation/accumulation.repository.js';
import { AccumulationService } from './accumulation/accumulation.service.js';
import { BenefitAccounts } from './claim/benefit-accounts.js';
import { BenefitPolicies } from './claim/benefit-policies.js';
import { ClaimIntake } from './claim/claim-intake.js';
import { ClaimLinkingConsumer } from './claim/claim-linking.consumer.js';
import { ClaimReadsService } from './claim/claim-reads.service.js';
import { ClaimController } from './claim/claim.controller.js';
import { ClaimRepository } from './claim/claim.repository.js';
import { ClaimService } from './claim/claim.service.js';
import { CopyRepository } from './copies/copy.repository.js';
import { ElderConsumer } from './copies/elder.consumer.js';
import { InstitutionConsumer } from './copies/institution.consumer.js';
import { ReferralLinkConsumer } from './copies/referral-link.consumer.js';
import { ClosedInstitutionConsumer } from './designation/closed-institution.consumer.js';
import { DesignationClockRows } from './designation/designation-clock-rows.js';
import { DesignationPolicies } from './designation/designation-policies.js';
import { DesignationReadsService } from './designation/designation-reads.service.js';
import { DesignationRecorder } from './designation/designation-recorder.js';
import { DesignationStepsService } from './designation/designation-steps.service.js';
import { DesignationController } from './designation/designation.controller.js';
import { DesignationRepository } from './designation/designation.repository.js';
import { DesignationService } from './designation/designation.service.js';
import { CreateSettlementTables1764000001300 } from './migrations/1764000001300-create-settlement-tables.js';
import { REFUSALS } from './refusals.js';

export const definition: ServiceDefinition = {
  name: 'settlement',
  port: 8084,
  title: { zh: '医保结算', en: 'Settlement' },
  migrations: [CreateSettlementTables1764000001300],
  refusals: REFUSALS,
  controllers: [
    DesignationController,
    ClaimController,
    AccumulationController,
    InstitutionConsumer,
    ElderConsumer,
    ReferralLinkConsumer,
    ClosedInstitutionConsumer,
    ClaimLinkingConsumer,
  ],
  providers: [
    CopyRepository,
    DesignationRepository,
    DesignationPolicies,
    DesignationRecorder,
    DesignationService,
    DesignationStepsService,
    DesignationReadsService,
    ClaimRepository,
    BenefitPolicies,
    BenefitAccounts,
    ClaimIntake,
    ClaimService,
    ClaimReadsService,
    AccumulationRepository,
    AccumulationService,
  ],
  deadlines: DesignationClockRows,
};
