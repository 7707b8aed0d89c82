import type { Feature } from '../feature.js';
import { ComplianceReview } from './compliance-review.js';
import { ComplianceController } from './compliance.controller.js';
import { ComplianceRepository } from './compliance.repository.js';
import { ComplianceService } from './compliance.service.js';
import { CoverageRepository } from './coverage.repository.js';
import { Examination } from './examination.js';
import { FindingRecorder } from './finding-recorder.js';
import { FindingRepository } from './finding.repository.js';
import { Rectification } from './rectification.js';

export const COMPLIANCE_FEATURE: Feature = {
  controllers: [ComplianceController],
  providers: [
    ComplianceRepository,
    FindingRepository,
    CoverageRepository,
    Examination,
    FindingRecorder,
    Rectification,
    ComplianceReview,
    ComplianceService,
  ],
};
