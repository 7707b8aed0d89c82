import type { Feature } from '../feature.js';
import { ClientService } from './client.service.js';

export const CLIENT_FEATURE: Feature = {
  controllers: [],
  providers: [ClientService],
};
