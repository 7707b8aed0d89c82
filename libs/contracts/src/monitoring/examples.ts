import { EVENT } from '../event.js';
import indicatorSnapshotPublishedV1 from './indicator-snapshot-published.v1.example.json';
import findingRaisedV1 from './finding-raised.v1.example.json';
import findingResolvedV1 from './finding-resolved.v1.example.json';

/** Frozen example envelopes; never edited once published. */
export const MONITORING_EXAMPLES: Record<string, unknown> = {
  [EVENT.indicatorSnapshotPublishedV1]: indicatorSnapshotPublishedV1,
  [EVENT.findingRaisedV1]: findingRaisedV1,
  [EVENT.findingResolvedV1]: findingResolvedV1,
};
