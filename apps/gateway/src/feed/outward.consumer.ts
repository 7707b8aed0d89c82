import { TOPIC } from '@yiyang/contracts';
import { Consumer, EventOf, EventPattern, Tx } from '@yiyang/messaging';
import { OUTWARD_TYPES, PRIVATE_TYPES } from './event-exposure.js';
import { OutwardLog } from './outward-log.js';

/** Hears everything and writes the outward log. */
@Consumer({ name: 'outward-log', kind: 'reaction', topics: Object.values(TOPIC), ignore: PRIVATE_TYPES })
export class OutwardConsumer {
  constructor(private readonly log: OutwardLog) {}

  @EventPattern<string[]>(OUTWARD_TYPES)
  onEvent(@EventOf() envelope: EventOf, @Tx() tx: Tx): Promise<void> {
    return this.log.append(tx, envelope);
  }
}
