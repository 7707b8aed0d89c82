import type { Database, Tx } from '@yiyang/persistence';

/** One event on its way out, in the order of the outbox. */
export interface OutgoingRecord {
  readonly eventId: string;
  readonly topic: string;
  readonly aggregateId: string;
  readonly type: string;
  readonly envelope: string;
}

/** One message as read; what it says is not known yet. */
export interface IncomingRecord {
  /** Where it was read: the position in a topic, or `partition:offset`. Stable over repeats. */
  readonly place: string;
  /** Id under which it was sent; a message sent twice lies at two places. Undefined where a stranger sent it. */
  readonly sentAs: string | undefined;
  readonly key: string | undefined;
  readonly value: Buffer;
}

/** Messages of one topic (and of one partition, where the driver has them), in order. */
export interface IncomingBatch {
  readonly topic: string;
  readonly records: readonly IncomingRecord[];
  /**
   * Must be the first write of every transaction that applies records of this batch up to `through` (an index). It makes
   * the transaction fail with `StaleReader` when another reader or a rebuild has moved the position meanwhile.
   */
  enter(tx: Tx, through: number): void;
  /** The transaction that applied records up to `through` is committed. */
  committed(through: number): Promise<void>;
  /** Called while a passing fault is waited out; throws when this reader should give the batch up. */
  stillMine(): Promise<void>;
}

export interface Subscription {
  /** Name of the consumer, unique in its service; key of its rows in the service's database. */
  readonly consumer: string;
  /** Name of the consumer, unique in the platform. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly database: Database;
  /** Resolves when the whole batch is committed. A rejection makes the driver read again from the stored position. */
  readonly handle: (batch: IncomingBatch) => Promise<void>;
}

/** How far a group has read one topic. Positions only grow, a rebuild excepted. */
export interface TopicProgress {
  readonly topic: string;
  /** Messages applied. */
  readonly position: bigint;
  /** Messages not yet applied. */
  readonly lag: bigint;
}

export interface RunningSubscription {
  progress(): Promise<TopicProgress[]>;
  /** Lets the running batch end, then gives its topics to other replicas. */
  stop(): Promise<void>;
}

/** The port between our services and whatever carries events between them. */
export interface EventBus {
  readonly driver: 'kafka' | 'postgres';
  start(): Promise<void>;
  /** Resolves when all records are stored durably, in order per aggregate; records sent twice are harmless. */
  publishBatch(records: readonly OutgoingRecord[]): Promise<void>;
  subscribe(subscription: Subscription): Promise<RunningSubscription>;
  stop(): Promise<void>;
}

/** The position from which this reader works is not the stored one any more: read it again and go on from there. */
export class StaleReader extends Error {
  constructor() {
    super('another reader or a rebuild has moved the position');
    this.name = 'StaleReader';
  }
}
