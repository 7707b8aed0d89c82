import type { Feature } from '../feature.js';
import { AgreementChecksService } from './agreement-checks.service.js';
import { AgreementClocks } from './agreement-clocks.js';
import { AgreementEndsService } from './agreement-ends.service.js';
import { AgreementPolicies } from './agreement-policies.js';
import { AgreementReadsService } from './agreement-reads.service.js';
import { AgreementController } from './agreement.controller.js';
import { AgreementDeadlines } from './agreement.deadlines.js';
import { AgreementDesk } from './agreement.desk.js';
import { AgreementRecorder } from './agreement.recorder.js';
import { AgreementRepository } from './agreement.repository.js';
import { AgreementService } from './agreement.service.js';
import { PartyRepository } from './party.repository.js';

export const AGREEMENT_FEATURE: Feature = {
  controllers: [AgreementController],
  providers: [
    PartyRepository,
    AgreementRepository,
    AgreementPolicies,
    AgreementDeadlines,
    AgreementRecorder,
    AgreementDesk,
    AgreementService,
    AgreementEndsService,
    AgreementChecksService,
    AgreementReadsService,
    AgreementClocks,
  ],
};
