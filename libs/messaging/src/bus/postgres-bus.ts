import type { Database } from '@yiyang/persistence';
import type { Logger } from '@yiyang/observability';
import type { EventBus, OutgoingRecord, RunningSubscription, Subscription } from './event-bus.js';
import { LockSession } from '../lock-session.js';
import { PostgresNews } from './postgres-news.js';
import { PostgresSubscription } from './postgres-subscription.js';
import { topicTable } from './topic-table.js';

/**
 * The embedded default: topics are tables of the database `yiyang_bus`, in which appends of one topic follow one another
 * under an advisory lock, so positions are gapless and become visible in order.
 */
export class PostgresBus implements EventBus {
  readonly driver = 'postgres';
  private readonly news: PostgresNews;
  private readonly subscriptions: PostgresSubscription[] = [];
  private readonly lockSessions = new Map<Database, LockSession>();

  /** `bus`: the bus database as its app role, with statements by key; the caller closes it after `stop`. */
  constructor(
    private readonly bus: Database,
    private readonly logger: Logger,
  ) {
    this.news = new PostgresNews(bus, logger);
  }

  async start(): Promise<void> {
    await this.news.start();
  }

  async publishBatch(records: readonly OutgoingRecord[]): Promise<void> {
    const byTopic = Map.groupBy(records, (record) => record.topic);
    // Everybody takes the locks in the same order; all statements travel in one round trip.
    const topics = [...byTopic.keys()].sort();
    await this.bus.transaction(async (tx) => {
      for (const topic of topics) {
        const part = byTopic.get(topic) ?? [];
        tx.write('select pg_advisory_xact_lock(hashtextextended($1, 3))', [topic]);
        tx.write(appendSql(topic), [
          part.map((record) => record.eventId),
          part.map((record) => record.aggregateId),
          part.map((record) => record.envelope),
        ]);
        // NOTIFY takes one global lock at commit, a known trap inside business transactions. Here the commits are the
        // relays' batches, a few per second and service, and serialised per topic anyway.
        tx.write(`select pg_notify('yiyang_bus', $1)`, [topic]);
      }
    });
  }

  async subscribe(subscription: Subscription): Promise<RunningSubscription> {
    const locks = this.locksOf(subscription.database);
    const running = new PostgresSubscription({
      bus: this.bus,
      news: this.news,
      subscription,
      locks,
      logger: this.logger,
    });
    await running.start();
    this.subscriptions.push(running);
    return running;
  }

  async stop(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    // A connection that breaks while it ends holds no lock either.
    await Promise.all([...this.lockSessions.values()].map((session) => session.close().catch(() => undefined)));
    await this.news.stop();
  }

  /** One connection holds the locks of all consumers of a service. */
  private locksOf(database: Database): LockSession {
    const session = this.lockSessions.get(database) ?? new LockSession(database);
    this.lockSessions.set(database, session);
    return session;
  }
}

/** Appends in the given order; an event that is there already is left out, so a batch may be sent again. */
function appendSql(topic: string): string {
  const table = topicTable(topic);
  return `
    insert into ${table} (position, event_id, aggregate_id, envelope)
    select (select coalesce(max(position), 0) from ${table}) + row_number() over (order by ord),
           event_id, aggregate_id, envelope
    from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as sent (event_id, aggregate_id, envelope, ord)
    where not exists (select from ${table} known where known.event_id = sent.event_id)`;
}
