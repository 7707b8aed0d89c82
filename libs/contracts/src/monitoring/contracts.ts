import { contractsOf } from '../contract.js';
import { EVENT } from '../event.js';
import { TOPIC } from '../topic.js';
import { IndicatorSnapshotPublishedV1 } from './indicator-snapshot-published.v1.js';
import { FindingRaisedV1 } from './finding-raised.v1.js';
import { FindingResolvedV1 } from './finding-resolved.v1.js';

/** What monitoring says, by event type. */
export const MONITORING_CONTRACTS = {
  ...contractsOf(
    { producer: 'monitoring', topic: TOPIC.indicator, aggregate: 'snapshotId' },
    {
      [EVENT.indicatorSnapshotPublishedV1]: IndicatorSnapshotPublishedV1,
    },
  ),
  ...contractsOf(
    { producer: 'monitoring', topic: TOPIC.finding, aggregate: 'findingId' },
    {
      [EVENT.findingRaisedV1]: FindingRaisedV1,
      [EVENT.findingResolvedV1]: FindingResolvedV1,
    },
  ),
};
