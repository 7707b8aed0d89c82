import { ComplianceRepository } from './compliance.repository.js';
import { ComplianceReview } from './compliance-review.js';
import { ComplianceService } from './compliance.service.js';
import { CoverageRepository } from './coverage.repository.js';
import { Examination } from './examination.js';
import { FindingRecorder } from './finding-recorder.js';
import { FindingRepository } from './finding.repository.js';
import { Rectification } from './rectification.js';

/** Everything about findings that is injected. */
export const COMPLIANCE_PROVIDERS = [
  ...[ComplianceRepository, FindingRepository, CoverageRepository],
  ...[Examination, FindingRecorder, Rectification, ComplianceReview, ComplianceService],
];
