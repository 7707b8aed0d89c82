import { ApplicationClock } from './application-clock.js';
import { ApplicationPolicies } from './application-policies.js';
import { ApplicationStepsService } from './application-steps.service.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationService } from './application.service.js';

/** What serves applications. */
export const APPLICATION_PROVIDERS = [
  ApplicationRepository,
  ApplicationPolicies,
  ApplicationClock,
  ApplicationService,
  ApplicationStepsService,
];
