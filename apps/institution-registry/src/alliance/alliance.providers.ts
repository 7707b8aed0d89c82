import { AllianceVisitRecorder } from './alliance-visit.recorder.js';
import { AllianceVisitRepository } from './alliance-visit.repository.js';
import { AllianceVisitsService } from './alliance-visits.service.js';
import { AllianceRecorder } from './alliance.recorder.js';
import { AllianceRepository } from './alliance.repository.js';
import { AllianceService } from './alliance.service.js';

/** What serves alliances and their visits. */
export const ALLIANCE_PROVIDERS = [
  AllianceRepository,
  AllianceRecorder,
  AllianceService,
  AllianceVisitRepository,
  AllianceVisitRecorder,
  AllianceVisitsService,
];
