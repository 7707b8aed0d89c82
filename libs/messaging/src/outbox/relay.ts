import type { Database } from '@yiyang/persistence';
import { errorFields, type Logger, type Metrics } from '@yiyang/observability';
import { Backoff } from '../backoff.js';
import type { EventBus, OutgoingRecord } from '../bus/event-bus.js';
import { LockSession } from '../lock-session.js';
import { scrapedGauge } from '../scraped-gauge.js';
import { Signal } from '../signal.js';

const BATCH = 500;
// Commits of this process wake the relay; those of other replicas wait this long, and longer when nothing has been said for
// a while.
const FIRST_IDLE_MS = 16;
const IDLE_MS = 100;
const ELECTION_MS = 500;
const PRUNE_EVERY_MS = 60_000;
const PRUNE_BATCH = 1000;
const LOCK = 'yiyang.relay';

// Unsent rows, never "id > cursor": numbers become visible in another order than they were given, and a row that commits
// late would be passed for ever. Within one aggregate the lock on its sequence row makes position follow sequence.
const UNSENT = {
  name: 'relay-unsent',
  text: `
    select position, event_id, topic, aggregate_id, type, envelope
    from outbox where sent_at is null order by position limit ${BATCH}`,
};
const MARK = {
  name: 'relay-mark',
  text: 'update outbox set sent_at = now() where position = any($1::bigint[]) and sent_at is null',
};
// Event ids grow with time, so the oldest rows are found by the primary key and each round looks at a bounded number.
const PRUNE = {
  text: `
    delete from outbox where event_id in (
      select event_id from (select event_id, sent_at from outbox order by event_id limit ${PRUNE_BATCH}) oldest
      where sent_at < now() - interval '7 days')`,
};
const DEPTH = `
  select count(*)::int as depth, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age
  from outbox where sent_at is null`;

interface UnsentRow {
  position: string;
  event_id: string;
  topic: string;
  aggregate_id: string;
  type: string;
  envelope: string;
}

/**
 * Sends what the service's transactions left in the outbox. Exactly one replica is active: it holds an advisory lock on
 * the connection with which it also reads and marks, so losing one is losing both. One batch is in flight; what was sent
 * but not marked when the process died is sent again.
 */
export class Relay {
  private readonly session: LockSession;
  private readonly signal = new Signal();
  private readonly backoff = new Backoff(100, 2000);
  private stopped = false;
  private running: Promise<void> | undefined;
  private prunedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly logger: Logger,
    metrics?: Metrics,
  ) {
    this.session = new LockSession(database);
    if (metrics) this.publishFigures(metrics);
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Something was committed. */
  wake(): void {
    this.signal.raise();
  }

  get isActive(): boolean {
    return this.session.holds(LOCK);
  }

  /** Lets the batch in flight end and gives the lock to another replica. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.signal.raise();
    await this.running;
    await this.session.close().catch(() => undefined); // a broken connection holds no lock either
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        if (await this.session.tryLock(LOCK)) await this.lead();
        else await this.signal.wait(ELECTION_MS * (0.5 + Math.random() / 2));
      } catch (error) {
        const wait = this.backoff.next();
        this.logger.warn('the relay could not send and tries again', {
          attempt: this.backoff.attempts,
          driver: this.bus.driver,
          ...errorFields(error),
        });
        await this.pause(wait);
      }
    }
  }

  private async lead(): Promise<void> {
    let idle = FIRST_IDLE_MS;
    let rows = await this.unsent();
    while (!this.stopped) {
      if (rows.length === 0) {
        await this.pruneNowAndThen();
        await this.signal.wait(idle);
        idle = Math.min(IDLE_MS, idle * 2);
        rows = await this.unsent();
        continue;
      }
      idle = FIRST_IDLE_MS;
      await this.bus.publishBatch(rows.map(toRecord));
      this.backoff.reset();
      // Pipelined: the next rows are read behind the mark of these.
      const positions = rows.map((row) => row.position);
      [, rows] = await Promise.all([this.session.query({ ...MARK, values: [positions] }), this.unsent()]);
    }
  }

  private async unsent(): Promise<UnsentRow[]> {
    return (await this.session.query<UnsentRow>(UNSENT)).rows;
  }

  private async pruneNowAndThen(): Promise<void> {
    if (Date.now() - this.prunedAt < PRUNE_EVERY_MS) return;
    const { rowCount } = await this.session.query(PRUNE);
    if (rowCount !== PRUNE_BATCH) this.prunedAt = Date.now();
  }

  /** Waits the whole time even when commits wake it: a broker that is down does not come back sooner. */
  private async pause(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    while (!this.stopped && Date.now() < until) await this.signal.wait(until - Date.now());
  }

  private publishFigures(metrics: Metrics): void {
    const read = async (figure: 'depth' | 'age') => {
      const row = await this.database.find<{ depth: number; age: number }>(DEPTH);
      return row ? [{ value: row[figure] }] : [];
    };
    scrapedGauge(metrics, 'outbox_depth', 'Events committed and not yet sent', [], () => read('depth'));
    scrapedGauge(metrics, 'relay_lag_seconds', 'Age of the oldest event not yet sent', [], () => read('age'));
  }
}

function toRecord(row: UnsentRow): OutgoingRecord {
  return {
    eventId: row.event_id,
    topic: row.topic,
    aggregateId: row.aggregate_id,
    type: row.type,
    envelope: row.envelope,
  };
}
