import type { Database, Tx } from '@yiyang/persistence';
import { errorFields, type Logger } from '@yiyang/observability';
import { Backoff } from '../backoff.js';
import type { LockSession } from '../lock-session.js';
import { Signal } from '../signal.js';
import { StaleReader, type IncomingBatch, type Subscription } from './event-bus.js';
import type { PostgresNews } from './postgres-news.js';
import { topicTable } from './topic-table.js';

const BATCH = 500;
const POLL_MS = 1000;
const ELECTION_MS = 500;
const MOVE = 'update consumer_offset set position = $4 where consumer = $1 and topic = $2 and position = $3';

export interface Reading {
  readonly bus: Database;
  readonly news: PostgresNews;
  readonly subscription: Subscription;
  readonly locks: LockSession;
  readonly logger: Logger;
}

interface Row {
  position: bigint;
  eventId: string;
  aggregateId: string;
  envelope: string;
}

/**
 * Reads one topic for one consumer. `position > offset` is safe here, unlike on a sequence, because appends are serialised
 * and gapless. The lock keeps other replicas from reading for nothing; what keeps an event from acting twice is that the
 * offset moves by compare-and-set in the transaction of the effect.
 */
export class PostgresTopicReader {
  private readonly signal = new Signal();
  private readonly backoff = new Backoff(50, 5000);
  private readonly lock: string;
  private stopped = false;
  private running: Promise<void> | undefined;
  /** Of the next transaction's compare-and-set; undefined until read from the database. */
  private offset: bigint | undefined;

  constructor(
    private readonly topic: string,
    private readonly reading: Reading,
  ) {
    this.lock = `${reading.subscription.group}/${topic}`;
  }

  start(): void {
    this.reading.news.follow(this.topic, this.signal);
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.signal.raise();
    await this.running;
    this.reading.news.forget(this.topic, this.signal);
    // A connection that breaks meanwhile has freed the lock.
    await this.reading.locks.unlock(this.lock).catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        if (this.reading.locks.holds(this.lock)) await this.readOnce();
        else if (await this.reading.locks.tryLock(this.lock)) this.offset = undefined;
        else await this.signal.wait(ELECTION_MS);
      } catch (error) {
        this.offset = undefined;
        if (error instanceof StaleReader) continue;
        this.reading.logger.warn('a topic could not be read and is tried again', {
          topic: this.topic,
          consumer: this.reading.subscription.consumer,
          ...errorFields(error),
        });
        await this.signal.wait(this.backoff.next());
      }
    }
  }

  private async readOnce(): Promise<void> {
    this.offset ??= await this.storedOffset();
    const rows = await this.reading.bus.many<Row>(
      `select position, event_id, aggregate_id, envelope from ${topicTable(this.topic)} where position > $1 order by position limit ${BATCH}`,
      [this.offset],
    );
    if (rows.length > 0) await this.reading.subscription.handle(this.batch(rows));
    this.backoff.reset();
    // What is appended after the read above raises the signal. A rebuild while nothing is said shows only in the stored
    // position.
    if (rows.length < BATCH && !(await this.signal.wait(POLL_MS))) this.offset = undefined;
  }

  private batch(rows: readonly Row[]): IncomingBatch {
    const { consumer } = this.reading.subscription;
    const positionOf = (index: number): bigint => (rows[index] as Row).position;
    return {
      topic: this.topic,
      records: rows.map((row) => ({
        place: String(row.position),
        sentAs: row.eventId,
        key: row.aggregateId,
        value: Buffer.from(row.envelope),
      })),
      enter: (tx: Tx, through: number) => {
        tx.write(MOVE, [consumer, this.topic, this.offset, positionOf(through)], (moved) => {
          if (moved !== 1) throw new StaleReader();
        });
      },
      committed: (through: number) => {
        this.offset = positionOf(through);
        return Promise.resolve();
      },
      stillMine: () => {
        const mine = !this.stopped && this.reading.locks.holds(this.lock);
        return mine ? Promise.resolve() : Promise.reject(new StaleReader());
      },
    };
  }

  private async storedOffset(): Promise<bigint> {
    const { consumer, database } = this.reading.subscription;
    const row = await database.find<{ position: bigint }>(
      'select position from consumer_offset where consumer = $1 and topic = $2',
      [consumer, this.topic],
    );
    if (!row) throw new Error('the consumer has no offset row');
    return row.position;
  }
}
