import type { Feature } from '../feature.js';
import { ApplicationClock } from './application-clock.js';
import { ApplicationDecisionsController } from './application-decisions.controller.js';
import { ApplicationDecisionsService } from './application-decisions.service.js';
import { ApplicationEvents } from './application-events.js';
import { ApplicationPolicies } from './application-policies.js';
import { ApplicationPreparing } from './application-preparing.js';
import { ApplicationReadsService } from './application-reads.service.js';
import { ApplicationStepsService } from './application-steps.service.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationDesk } from './application.desk.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationService } from './application.service.js';

export const APPLICATION_FEATURE: Feature = {
  controllers: [ApplicationController, ApplicationDecisionsController],
  providers: [
    ApplicationRepository,
    ApplicationPolicies,
    ApplicationEvents,
    ApplicationClock,
    ApplicationDesk,
    ApplicationPreparing,
    ApplicationService,
    ApplicationStepsService,
    ApplicationDecisionsService,
    ApplicationReadsService,
  ],
};
