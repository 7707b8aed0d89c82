import type { ServiceDefinition } from '@yiyang/service';
import { AgreementConsumer } from './facts/agreement.consumer.js';
import { InstitutionConsumer } from './facts/institution.consumer.js';
import { ReferralConsumer } from './facts/referral.consumer.js';
import { FactRepository } from './indicator/fact.repository.js';
import { IndicatorController } from './indicator/indicator.controller.js';
import { IndicatorService } from './indicator/indicator.service.js';
import { CreateFactTables1764000001400 } from './migrations/1764000001400-create-fact-tables.js';
import { AddAgreementSuspensions1764000001591 } from './migrations/1764000001591-add-agreement-suspensions.js';
import { REFUSALS } from './refusals.js';

export const definition: ServiceDefinition = {
  name: 'monitoring',
  port: 8085,
  title: { zh: '监测', en: 'Monitoring' },
  migrations: [CreateFactTables1764000001400, AddAgreementSuspensions1764000001591],
  refusals: REFUSALS,
  controllers: [IndicatorController, InstitutionConsumer, AgreementConsumer, ReferralConsumer],
  providers: [FactRepository, IndicatorService],
};
