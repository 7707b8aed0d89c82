import type { Feature } from '../feature.js';
import { BedUseFreshness } from './bed-use-freshness.js';
import { CapacityController } from './capacity.controller.js';
import { CapacityRepository } from './capacity.repository.js';
import { CapacityService } from './capacity.service.js';
import { DesignationCopy } from './designation-copy.js';
import { DesignationConsumer } from './designation.consumer.js';
import { FreeBedListing } from './free-bed-listing.js';

export const CAPACITY_FEATURE: Feature = {
  controllers: [CapacityController, DesignationConsumer],
  providers: [CapacityRepository, CapacityService, BedUseFreshness, DesignationCopy, FreeBedListing],
};
