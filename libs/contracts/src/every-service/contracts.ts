import { contractsOf } from '../contract.js';
import { EVENT } from '../event.js';
import { TOPIC } from '../topic.js';
import { AccessRecordedV1 } from './access-recorded.v1.js';

/** What every service says, by event type. */
export const EVERY_SERVICE_CONTRACTS = {
  ...contractsOf(
    { producer: 'every-service', topic: TOPIC.access, aggregate: 'elderId' },
    {
      [EVENT.accessRecordedV1]: AccessRecordedV1,
    },
  ),
};
