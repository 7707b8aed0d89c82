import type { Feature } from '../feature.js';
import { PenaltyRecorder } from './penalty-recorder.js';
import { PenaltyController } from './penalty.controller.js';
import { PenaltyRepository } from './penalty.repository.js';
import { PenaltyService } from './penalty.service.js';

export const PENALTY_FEATURE: Feature = {
  controllers: [PenaltyController],
  providers: [PenaltyRepository, PenaltyRecorder, PenaltyService],
};
