import type { Feature } from '../feature.js';
import { SurveyBatches } from './survey-batches.js';
import { SurveyImportController } from './survey-import.controller.js';
import { SurveyImportRepository } from './survey-import.repository.js';
import { SurveyImportService } from './survey-import.service.js';
import { SurveyImportWorker } from './survey-import.worker.js';
import { SurveyController } from './survey.controller.js';
import { SurveyRepository } from './survey.repository.js';
import { SurveyService } from './survey.service.js';

export const SURVEY_FEATURE: Feature = {
  controllers: [SurveyImportController, SurveyController],
  providers: [
    SurveyImportRepository,
    SurveyImportService,
    SurveyImportWorker,
    SurveyBatches,
    SurveyRepository,
    SurveyService,
  ],
};
