import type { Database, Tx } from '@yiyang/persistence';
import { refusal } from '@yiyang/decisions';
import { errorFields, type Logger, type Metrics } from '@yiyang/observability';
import { scrapedGauge } from '../scraped-gauge.js';
import { Signal } from '../signal.js';
import type { ConsumerDefinition } from './consumer-definition.js';
import { HeldRetry, type HeldRetryParts } from './held-retry.js';

const POLL_MS = 1000;
const AT_ONCE = 100;
const CARE_EVERY_MS = 60_000;

const ALL_DUE = `update held_event set next_try_at = now() where state = 'PARKED' and consumer = any($1)`;
const DUE = `
  select id from held_event where state = 'PARKED' and next_try_at <= now() and consumer = any($1)
  order by next_try_at limit ${AT_ONCE}`;
const NEXT = `
  select extract(epoch from min(next_try_at) - now())::float8 * 1000 as milliseconds
  from held_event where state = 'PARKED' and consumer = any($1)`;
const OVERDUE = `
  select count(*)::int as overdue from held_event
  where state = 'PARKED' and consumer = any($1) and first_held_at < now() - interval '5 minutes'`;
// Whatever happened before, the first held event of a stream waits for nobody.
const RELEASE_HEADS = `
  update held_event q set state = 'PARKED', attempts = 0, next_try_at = now()
  where q.state = 'QUEUED' and q.consumer = any($1) and not exists (
    select from held_event h where h.consumer = q.consumer and h.topic = q.topic and h.source = q.source
      and h.aggregate_id = q.aggregate_id and h.sequence < q.sequence)`;
const FIGURES = `
  select consumer, state, count(*)::int as events,
         extract(epoch from now() - min(first_held_at))::float8 as age
  from held_event group by consumer, state`;
const REDRIVE = `
  update held_event set state = 'PARKED', reason = 'REDRIVE', attempts = 0, next_try_at = now()
  where id = $1 and state = 'DEAD'`;

export interface HeldEventsParts extends HeldRetryParts {
  readonly metrics?: Metrics | undefined;
}

/** Tries parked events again until they can be applied, then those that waited behind them, in their order. */
export class HeldEvents {
  private readonly signal = new Signal();
  private readonly definitions = new Map<string, ConsumerDefinition>();
  private readonly retry: HeldRetry;
  private stopped = false;
  private running: Promise<void> | undefined;
  private caredAt = 0;

  private readonly database: Database;
  private readonly logger: Logger;

  constructor(parts: HeldEventsParts) {
    this.database = parts.database;
    this.logger = parts.logger;
    this.retry = new HeldRetry(parts);
    if (parts.metrics) this.publishFigures(parts.metrics);
  }

  start(definitions: readonly ConsumerDefinition[]): void {
    for (const definition of definitions) this.definitions.set(definition.name, definition);
    if (definitions.length > 0) this.running ??= this.run();
  }

  wake(): void {
    this.signal.raise();
  }

  /**
   * Gives a dead letter its next chance, with everything queued behind it. The caller audits it in the same transaction.
   * Refuses with `NOT_A_DEAD_LETTER` what is none (any more), so a repeat changes nothing.
   */
  redrive(tx: Tx, id: string): void {
    tx.write(REDRIVE, [id], (rows) => {
      if (rows !== 1) throw refusal('NOT_A_DEAD_LETTER');
    });
    tx.afterCommit(() => this.wake());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.signal.raise();
    await this.running;
  }

  private async run(): Promise<void> {
    const consumers = [...this.definitions.keys()];
    let retriedAll = false;
    while (!this.stopped) {
      try {
        // What an older build had to park, this one may know.
        if (!retriedAll) await this.database.many(ALL_DUE, [consumers]);
        retriedAll = true;
        await this.careNowAndThen(consumers);
        const due = await this.database.many<{ id: string }>(DUE, [consumers]);
        for (const { id } of due) if (!this.stopped) await this.retry.tryAgain(id, this.definitions);
        if (due.length > 0) continue;
        const next = await this.database.find<{ milliseconds: number | null }>(NEXT, [consumers]);
        await this.signal.wait(Math.min(POLL_MS, Math.max(5, next?.milliseconds ?? POLL_MS)));
      } catch (error) {
        this.logger.warn('held events could not be tried and wait', errorFields(error));
        await this.signal.wait(POLL_MS);
      }
    }
  }

  private async careNowAndThen(consumers: readonly string[]): Promise<void> {
    if (Date.now() - this.caredAt < CARE_EVERY_MS) return;
    this.caredAt = Date.now();
    await this.database.many(RELEASE_HEADS, [consumers]);
    const row = await this.database.find<{ overdue: number }>(OVERDUE, [consumers]);
    if (row && row.overdue > 0)
      this.logger.error('events are parked for more than five minutes', { count: row.overdue, state: 'PARKED' });
  }

  private publishFigures(metrics: Metrics): void {
    const read = async (figure: 'events' | 'age') => {
      const rows = await this.database.many<{ consumer: string; state: string; events: number; age: number }>(FIGURES);
      return rows.map((row) => ({ labels: { consumer: row.consumer, state: row.state }, value: row[figure] }));
    };
    const labels = ['consumer', 'state'];
    scrapedGauge(metrics, 'held_events', 'Events not yet applied', labels, () => read('events'));
    scrapedGauge(metrics, 'held_event_age_seconds', 'Age of the oldest', labels, () => read('age'));
  }
}
