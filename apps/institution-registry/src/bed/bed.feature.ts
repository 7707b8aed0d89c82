import type { Feature } from '../feature.js';
import { BedAnswersConsumer } from './bed-answers.consumer.js';
import { BedChangeRepository } from './bed-change.repository.js';
import { BedChanges } from './bed-changes.js';
import { BedEffects } from './bed-effects.js';
import { BedOfferService } from './bed-offer.service.js';
import { BedPlan } from './bed-plan.js';
import { BedReadsService } from './bed-reads.service.js';
import { BedUseCopy } from './bed-use-copy.js';
import { BedUseConsumer } from './bed-use.consumer.js';
import { BedController } from './bed.controller.js';
import { BedDesk } from './bed.desk.js';
import { BedRepository } from './bed.repository.js';
import { BedService } from './bed.service.js';

export const BED_FEATURE: Feature = {
  controllers: [BedController, BedAnswersConsumer, BedUseConsumer],
  providers: [
    BedRepository,
    BedChangeRepository,
    BedPlan,
    BedChanges,
    BedEffects,
    BedDesk,
    BedService,
    BedOfferService,
    BedReadsService,
    BedUseCopy,
  ],
};
