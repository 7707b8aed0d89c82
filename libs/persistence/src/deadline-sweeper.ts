import type { Logger } from '@yiyang/observability';
import { errorFields } from '@yiyang/observability';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import type { Deadline, OnDue } from './deadlines.js';
import { SoleWorker } from './sole-worker.js';
import type { Tx } from './tx.js';

const ROUND = 200;
const BATCH = 20;
const LOCK_NOT_AVAILABLE = '55P03';

// Only kinds that this build can act on: a newer build's rows wait for it instead of being found again and again.
const FIND = `
  select id, kind from deadline
  where done_at is null and breached_at is null and paused_at is null and next_at <= $1
    and (next_try_at is null or next_try_at <= now()) and kind = any($2)
  order by next_at limit ${ROUND}`;

const LOCK = `
  select id, kind, subject_id, rule, clause, policy_version, started_at, due_at from deadline
  where id = any($1) and done_at is null and breached_at is null and paused_at is null and next_at <= $2
  order by next_at for update skip locked`;

// A command that holds what a handler wants may itself want the row held here. This side leaves, long before the server
// would choose a victim (after 1 s), and comes again.
const LEAVE_FIRST = "set local lock_timeout = '200ms'";

const MARK = `
  update deadline set attempts = 0, next_try_at = null,
    breached_at = case when due_at <= $2 then $2::timestamptz end,
    warned_at = case when due_at <= $2 then warned_at else $2 end
  where id = any($1)`;

// Real time, not the business clock: the second try comes at the next round, later ones after 0.5 s, 1.5 s … 5 minutes.
const BACK_OFF = `
  update deadline set attempts = attempts + 1,
    next_try_at = now() + least(interval '5 minutes', interval '0.5 seconds' * (2 ^ least(attempts, 12) - 1))
  where id = $1`;

interface Due {
  readonly id: string;
  readonly kind: string;
}

/**
 * The one worker per service that finds deadlines whose moment has come and acts on them, a few of one kind in one
 * transaction. Rows are locked and re-checked, so a command that finishes at the same moment wins or loses as a whole.
 */
export class DeadlineSweeper {
  private readonly worker: SoleWorker;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handlers: Readonly<Record<string, OnDue>>,
    private readonly logger: Logger,
    intervalMilliseconds = 250,
  ) {
    this.worker = new SoleWorker(database, 'deadline-sweeper', () => this.sweep(), intervalMilliseconds, logger);
  }

  start(): void {
    this.worker.start();
  }

  stop(): Promise<void> {
    return this.worker.stop();
  }

  /** Acts on what is due now, the longest overdue first. @returns how many it acted on; what failed does not count. */
  async sweep(): Promise<number> {
    const due = await this.database.many<Due>(FIND, [this.clock.now(), Object.keys(this.handlers)]);
    let acted = 0;
    for (const batch of batchesOf(due)) acted += await this.act(batch);
    return acted;
  }

  /** One failing row takes its batch back; then each row stands for itself and the failing one waits. */
  private async act(batch: readonly Due[]): Promise<number> {
    try {
      return await this.database.transaction((tx) => this.actOn(tx, batch));
    } catch (error) {
      if (batch.length === 1) return this.backOff(batch[0] as Due, error);
      let acted = 0;
      for (const due of batch) acted += await this.act([due]);
      return acted;
    }
  }

  private async actOn(tx: Tx, batch: readonly Due[]): Promise<number> {
    tx.write(LEAVE_FIRST);
    const now = this.clock.now();
    const locked = await tx.many<Deadline>(LOCK, [batch.map(({ id }) => id), now]);
    if (locked.length === 0) return 0;
    tx.write(MARK, [locked.map(({ id }) => id), now]);
    for (const deadline of locked)
      await this.handlers[deadline.kind]?.(tx, deadline, deadline.dueAt <= now ? 'BREACH' : 'WARNING');
    return locked.length;
  }

  private async backOff({ id, kind }: Due, error: unknown): Promise<number> {
    const isBusy = error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
    const text = isBusy ? 'a deadline waits for a command' : 'a deadline could not be acted on and is tried again';
    this.logger[isBusy ? 'info' : 'error'](text, { reason: kind, ...errorFields(error) });
    await this.database.transaction(async (tx) => tx.write(BACK_OFF, [id]));
    return 0;
  }
}

/** Neighbours of one kind, since a handler may set what the rest of its transaction may see. */
function batchesOf(due: readonly Due[]): Due[][] {
  const byKind = new Map<string, Due[][]>();
  for (const one of due) {
    const batches = byKind.get(one.kind) ?? [];
    byKind.set(one.kind, batches);
    const last = batches.at(-1);
    if (last && last.length < BATCH) last.push(one);
    else batches.push([one]);
  }
  return [...byKind.values()].flat();
}
