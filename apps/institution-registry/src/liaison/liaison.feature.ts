import type { Feature } from '../feature.js';
import { LiaisonController } from './liaison.controller.js';
import { LiaisonRecorder } from './liaison.recorder.js';
import { LiaisonRepository } from './liaison.repository.js';
import { LiaisonService } from './liaison.service.js';

export const LIAISON_FEATURE: Feature = {
  controllers: [LiaisonController],
  providers: [LiaisonRepository, LiaisonRecorder, LiaisonService],
};
