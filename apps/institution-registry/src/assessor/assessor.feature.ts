import type { Feature } from '../feature.js';
import { AssessorController } from './assessor.controller.js';
import { AssessorRepository } from './assessor.repository.js';
import { AssessorService } from './assessor.service.js';

export const ASSESSOR_FEATURE: Feature = {
  controllers: [AssessorController],
  providers: [AssessorRepository, AssessorService],
};
