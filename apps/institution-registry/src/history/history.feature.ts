import type { Feature } from '../feature.js';
import { History } from './history.js';

export const HISTORY_FEATURE: Feature = {
  controllers: [],
  providers: [History],
};
