import type { Feature } from '../feature.js';
import { GuideController } from './guide.controller.js';
import { GuideRepository } from './guide.repository.js';
import { GuideService } from './guide.service.js';
import { SeedGuides } from './seed-guides.js';

export const GUIDE_FEATURE: Feature = {
  controllers: [GuideController],
  providers: [GuideRepository, GuideService, SeedGuides],
};
