import { EVENT } from '../event.js';
import accessRecordedV1 from './access-recorded.v1.example.json';

/** Frozen example envelopes; never edited once published. */
export const EVERY_SERVICE_EXAMPLES: Record<string, unknown> = {
  [EVENT.accessRecordedV1]: accessRecordedV1,
};
