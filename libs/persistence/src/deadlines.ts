import { newId } from './ids.js';
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

/** A clock to start. One without a division is the service's own affair and in no list. */
export interface DeadlineStart extends Omit<Deadline, 'id'> {
  /** When its owner is warned that time is short. */
  readonly warnAt?: Date | undefined;
  /** Whose departments may list it. */
  readonly division?: string;
  /** Who must act: a department by its role, an institution by its id. */
  readonly ownerRole?: string;
  readonly ownerId?: string;
}

/** WARNING: `warnAt` has come; BREACH: `dueAt` has passed. A clock that nobody looked at in between only breaches. */
export type DeadlineMoment = 'WARNING' | 'BREACH';

/** What a clock does at a moment, in the transaction that marks it. */
export type OnDue = (tx: Tx, deadline: Deadline, moment: DeadlineMoment) => Promise<void>;

/** The new due instant of a clock that stood still; by default it moves by the time it stood. */
export type AfterPause = (clock: { dueAt: Date; pausedAt: Date; resumedAt: Date }) => Date;

const byElapsed: AfterPause = ({ dueAt, pausedAt, resumedAt }) =>
  new Date(dueAt.getTime() + resumedAt.getTime() - pausedAt.getTime());

const START = `
  insert into deadline (id, kind, subject_id, rule, clause, policy_version, started_at, due_at,
    warn_at, division, owner_role, owner_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (kind, subject_id) do update set rule = excluded.rule, clause = excluded.clause,
    policy_version = excluded.policy_version, started_at = excluded.started_at, due_at = excluded.due_at,
    warn_at = excluded.warn_at, division = excluded.division, owner_role = excluded.owner_role,
    owner_id = excluded.owner_id, done_at = null, breached_at = null, paused_at = null, warned_at = null,
    attempts = 0, next_try_at = null`;

const OPEN = 'done_at is null and breached_at is null';

/** Deadlines as rows. All instants are of the business clock. */
export class Deadlines {
  /** Starts a clock; a second start of the same kind for the same subject replaces the first. */
  start(tx: Tx, deadline: DeadlineStart): void {
    const { kind, subjectId, rule, clause, policyVersion, startedAt, dueAt } = deadline;
    const { warnAt = null, division = null, ownerRole = null, ownerId = null } = deadline;
    const stated = [newId(), kind, subjectId, rule, clause, policyVersion, startedAt, dueAt];
    tx.write(START, [...stated, warnAt, division, ownerRole, ownerId]);
  }

  /** Stops a clock because what it waited for has happened. */
  finish(tx: Tx, kind: string, subjectId: string, at: Date): void {
    tx.write('update deadline set done_at = $3 where kind = $1 and subject_id = $2 and done_at is null', [
      kind,
      subjectId,
      at,
    ]);
  }

  /** Lets a running clock stand still; one that is done, breached or standing stays as it is. */
  pause(tx: Tx, kind: string, subjectId: string, at: Date): void {
    tx.write(
      `update deadline set paused_at = $3 where kind = $1 and subject_id = $2 and ${OPEN} and paused_at is null`,
      [kind, subjectId, at],
    );
  }

  /**
   * Lets a standing clock run on. `afterPause` gives the new due instant where it does not move by the time elapsed, as
   * with working days; the warning keeps its distance. @returns the new due instant, undefined when it was not standing.
   */
  async resume(
    tx: Tx,
    clock: { kind: string; subjectId: string; at: Date; afterPause?: AfterPause },
  ): Promise<Date | undefined> {
    const { kind, subjectId, at: resumedAt, afterPause = byElapsed } = clock;
    const standing = await tx.find<{ id: string; dueAt: Date; pausedAt: Date }>(
      `select id, due_at, paused_at from deadline
       where kind = $1 and subject_id = $2 and ${OPEN} and paused_at is not null for update`,
      [kind, subjectId],
    );
    if (!standing) return undefined;
    const dueAt = afterPause({ ...standing, resumedAt });
    tx.write(
      'update deadline set paused_at = null, warn_at = warn_at + ($2::timestamptz - due_at), due_at = $2 where id = $1',
      [standing.id, dueAt],
    );
    return dueAt;
  }
}
