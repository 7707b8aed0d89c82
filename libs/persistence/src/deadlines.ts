import type { Logger } from '@yiyang/observability';
import { errorFields } from '@yiyang/observability';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { newId } from './ids.js';
import { SoleWorker } from './sole-worker.js';
import type { Tx } from './tx.js';

/** A statutory or agreed time limit of one subject, with the clause that set it. */
export interface Deadline {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly rule: string;
  readonly clause: string | null;
  readonly policyVersion: string | null;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** What a breached or reached deadline does, in the transaction that marks it. */
export type OnDue = (tx: Tx, deadline: Deadline) => Promise<void>;

/** Deadlines as rows. All instants are of the business clock. */
export class Deadlines {
  /** Starts a clock; a second start of the same kind for the same subject replaces the first. */
  start(tx: Tx, deadline: Omit<Deadline, 'id'>): void {
    tx.write(
      `insert into deadline (id, kind, subject_id, rule, clause, policy_version, started_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (kind, subject_id) do update set started_at = excluded.started_at, due_at = excluded.due_at,
         done_at = null, breached_at = null, paused_at = null`,
      [
        newId(),
        deadline.kind,
        deadline.subjectId,
        deadline.rule,
        deadline.clause,
        deadline.policyVersion,
        deadline.startedAt,
        deadline.dueAt,
      ],
    );
  }

  /** Stops a clock because what it waited for has happened. */
  finish(tx: Tx, kind: string, subjectId: string, at: Date): void {
    tx.write('update deadline set done_at = $3 where kind = $1 and subject_id = $2 and done_at is null', [
      kind,
      subjectId,
      at,
    ]);
  }
}

/**
 * The one worker per service that finds deadlines that have passed and acts on each in a transaction of its own.
 * The row is locked and re-checked, so a command that finishes at the same moment wins or loses as a whole.
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

  /** Acts on everything due now. @returns how many deadlines passed. */
  async sweep(): Promise<number> {
    const due = await this.database.many<{ id: string; kind: string }>(
      `select id, kind from deadline where done_at is null and breached_at is null and paused_at is null and due_at <= $1
       order by due_at limit 200`,
      [this.clock.now()],
    );
    for (const { id, kind } of due) await this.act(id, kind);
    return due.length;
  }

  private async act(id: string, kind: string): Promise<void> {
    const handler = this.handlers[kind];
    if (!handler) return;
    try {
      await this.database.transaction(async (tx) => {
        const deadline = await tx.find<Deadline>(
          `select id, kind, subject_id, rule, clause, policy_version, started_at, due_at from deadline
           where id = $1 and done_at is null and breached_at is null and due_at <= $2 for update skip locked`,
          [id, this.clock.now()],
        );
        if (!deadline) return;
        tx.write('update deadline set breached_at = $2 where id = $1', [id, this.clock.now()]);
        await handler(tx, deadline);
      });
    } catch (error) {
      this.logger.error('a deadline could not be acted on and is tried again', { reason: kind, ...errorFields(error) });
    }
  }
}
