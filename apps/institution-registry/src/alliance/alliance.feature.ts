import type { Feature } from '../feature.js';
import { AllianceVisitController } from './alliance-visit.controller.js';
import { AllianceVisitRecorder } from './alliance-visit.recorder.js';
import { AllianceVisitRepository } from './alliance-visit.repository.js';
import { AllianceVisitsService } from './alliance-visits.service.js';
import { AllianceController } from './alliance.controller.js';
import { AllianceRecorder } from './alliance.recorder.js';
import { AllianceRepository } from './alliance.repository.js';
import { AllianceService } from './alliance.service.js';

export const ALLIANCE_FEATURE: Feature = {
  controllers: [AllianceController, AllianceVisitController],
  providers: [
    AllianceRepository,
    AllianceRecorder,
    AllianceService,
    AllianceVisitRepository,
    AllianceVisitRecorder,
    AllianceVisitsService,
  ],
};
