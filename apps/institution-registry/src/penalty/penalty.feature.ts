import type { Feature } from '../feature.js';
import { PenaltyController } from './penalty.controller.js';

export const PENALTY_FEATURE: Feature = {
  controllers: [PenaltyController],
  providers: [],
};
