import { LiaisonRecorder } from './liaison.recorder.js';
import { LiaisonRepository } from './liaison.repository.js';
import { LiaisonService } from './liaison.service.js';

/** What serves liaison forms. */
export const LIAISON_PROVIDERS = [LiaisonRepository, LiaisonRecorder, LiaisonService];
