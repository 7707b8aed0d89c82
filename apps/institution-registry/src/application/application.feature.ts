import type { Feature } from '../feature.js';
import { ApplicationClock } from './application-clock.js';
import { ApplicationPolicies } from './application-policies.js';
import { ApplicationStepsService } from './application-steps.service.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationService } from './application.service.js';

export const APPLICATION_FEATURE: Feature = {
  controllers: [ApplicationController],
  providers: [
    ApplicationRepository,
    ApplicationPolicies,
    ApplicationClock,
    ApplicationService,
    ApplicationStepsService,
  ],
};
