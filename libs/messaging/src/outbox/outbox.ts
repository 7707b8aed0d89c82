import { CONTRACTS, validateForProduction, type EventData, type EventType, type Producer } from '@yiyang/contracts';
import { currentContext } from '@yiyang/observability';
import { newId, type Clock, type Tx } from '@yiyang/persistence';

export interface PublishOptions {
  /** Division of the place of service, 6 digits. */
  readonly regioncode: string;
}

// One statement gives the next number of the aggregate and stores the event under it. The row lock on the number lasts
// until the commit, so numbers of one aggregate have no gap and become visible in order.
const PUBLISH = {
  with: `next_sequence as (
    insert into outbox_sequence (topic, aggregate_id, last) values ($1, $2, 1)
    on conflict (topic, aggregate_id) do update set last = outbox_sequence.last + 1
    returning last)`,
  insert: `insert into outbox (event_id, topic, aggregate_id, sequence, type, envelope)
    select $3::uuid, $1, $2, last, $4, '{"sequence":' || last || ',' || substr($5::text, 2) from next_sequence`,
};

/** Events of one service, committed with what they tell about. */
export class Outbox {
  /** `onCommitted` wakes the relay of this process. */
  constructor(
    private readonly service: Exclude<Producer, 'every-service'>,
    private readonly clock: Clock,
    private readonly onCommitted: () => void,
  ) {}

  /**
   * Adds an event to the transaction; no round trip of its own. Throws when the payload breaks its contract or another
   * service produces this type: a bug of ours, never the caller's fault.
   */
  publish<T extends EventType>(
    tx: Tx,
    type: T,
    aggregateId: string,
    data: EventData<T>,
    options: PublishOptions,
  ): void {
    const contract = CONTRACTS[type];
    if (contract.producer !== this.service && contract.producer !== 'every-service')
      throw new Error(`${type} is said by ${contract.producer}, not by ${this.service}`);
    const context = currentContext();
    const id = newId();
    const envelope = {
      specversion: '1.0',
      id,
      source: `/yiyang/${this.service}`,
      type,
      subject: aggregateId,
      time: this.clock.system().toISOString(),
      datacontenttype: 'application/json',
      regioncode: options.regioncode,
      correlationid: context?.correlationId ?? id,
      ...(context?.causationId !== undefined && { causationid: context.causationId }),
      data: validateForProduction(type, data),
    };
    tx.add(PUBLISH, [contract.topic, aggregateId, id, type, JSON.stringify(envelope)]);
    tx.afterCommit(this.onCommitted);
  }
}
