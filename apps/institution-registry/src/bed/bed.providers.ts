import { BedChangeRepository } from './bed-change.repository.js';
import { BedChanges } from './bed-changes.js';
import { BedDesk } from './bed.desk.js';
import { BedEffects } from './bed-effects.js';
import { BedOfferService } from './bed-offer.service.js';
import { BedPlan } from './bed-plan.js';
import { BedReadsService } from './bed-reads.service.js';
import { BedRepository } from './bed.repository.js';
import { BedService } from './bed.service.js';
import { BedUseCopy } from './bed-use-copy.js';

/** Everything about beds that is injected. */
export const BED_PROVIDERS = [
  ...[BedRepository, BedChangeRepository, BedPlan, BedChanges, BedEffects],
  ...[BedDesk, BedService, BedOfferService, BedReadsService, BedUseCopy],
];
