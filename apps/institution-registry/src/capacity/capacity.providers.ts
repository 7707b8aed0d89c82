import { BedUseFreshness } from './bed-use-freshness.js';
import { CapacityRepository } from './capacity.repository.js';
import { CapacityService } from './capacity.service.js';
import { FreeBedListing } from './free-bed-listing.js';
import { DesignationCopy } from './designation-copy.js';

/** Everything about the search for beds that is injected. */
export const CAPACITY_PROVIDERS = [
  CapacityRepository,
  CapacityService,
  BedUseFreshness,
  DesignationCopy,
  FreeBedListing,
];
