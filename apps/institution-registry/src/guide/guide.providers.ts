import { GuideRepository } from './guide.repository.js';
import { GuideService } from './guide.service.js';
import { SeedGuides } from './seed-guides.js';

/** What serves guides. */
export const GUIDE_PROVIDERS = [GuideRepository, GuideService, SeedGuides];
