import type { Feature } from '../feature.js';
import { PriceController } from './price.controller.js';
import { PriceRepository } from './price.repository.js';
import { PriceService } from './price.service.js';

export const PRICE_FEATURE: Feature = {
  controllers: [PriceController],
  providers: [PriceRepository, PriceService],
};
