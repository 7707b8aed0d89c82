import type pg from 'pg';
import { refusal } from '@yiyang/decisions';
import { combined, type Added, type Addition } from './additions.js';
import { corkForThisTick } from './cork.js';
import { namedQuery, toObjects } from './rows.js';
import { insertSql, updateSql, type Entity } from './table.js';

interface PendingWrite {
  readonly sql: string;
  readonly params: readonly unknown[];
  /** What the statement is, where it may share one with others. */
  readonly addition?: Addition;
  /** Refuses the whole transaction when another number of rows was touched. */
  readonly check?: (rows: number) => void;
}

/**
 * Background work takes some rows by key out of tables that grow for ever, by prepared statements. Planned while the tables
 * are empty or their statistics old, they would scan them: measured 2.4 ms for an append of 0.2, 16 ms for a look at what
 * is unsent. So the planner gets no other way than the index.
 */
const OTHER_WAYS = ['enable_seqscan', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin'];
const BY_KEY = `select ${OTHER_WAYS.map((way) => `set_config('${way}', 'off', true) as ${way}`).join(', ')}`;
/** The same for a whole connection, when it is opened. */
export const BY_KEY_OPTIONS = OTHER_WAYS.map((way) => `-c ${way}=off`).join(' ');

/** On whose behalf a transaction reads, by the names that row-level security knows. */
export type ActingContext = Readonly<Record<string, string>>;

/**
 * One transaction. Reads go at once; writes are collected and sent together with the next read or with the end, so a
 * command costs as many round trips as it has decisions to wait for, not as many as it has statements.
 */
export class Tx {
  private pending: PendingWrite[] = [];
  private readonly afterCommitWork: (() => void)[] = [];
  private failure: unknown;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly onStatement: (sql: string) => void,
  ) {}

  /** Rows of one statement; what was written before in this transaction is visible to it. */
  async many<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const writes = this.sendPending();
    const [result] = await settleInOrder([...writes, this.send(sql, params)], writes.length);
    return toObjects<Row>(result as pg.QueryArrayResult);
  }

  /** The only row, or undefined. */
  async find<Row>(sql: string, params: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.many<Row>(sql, params))[0];
  }

  /** The only row of a statement that always has one. */
  async one<Row>(sql: string, params: readonly unknown[] = []): Promise<Row> {
    const row = await this.find<Row>(sql, params);
    if (row === undefined) throw new Error('a statement that always has a row returned none');
    return row;
  }

  /** Collects a write. */
  write(sql: string, params: readonly unknown[] = [], check?: (rows: number) => void): void {
    this.pending.push({ sql, params, ...(check && { check }) });
  }

  /** Collects an addition; those that follow one another leave as one statement. */
  add(addition: Addition, params: readonly unknown[]): void {
    this.pending.push({ sql: '', params, addition });
  }

  /** Collects the insert of one row. */
  insert<Row extends object>(entity: Entity<Row>, row: Partial<Row>, conflict = ''): void {
    const properties = Object.keys(row).filter((key) => row[key as keyof Row] !== undefined);
    this.write(
      insertSql(entity, properties, conflict),
      properties.map((key) => row[key as keyof Row]),
    );
  }

  /** Collects an update guarded by its keys; with `version` among them a lost race is refused as `VERSION_CHANGED`. */
  update<Row extends object>(entity: Entity<Row>, keys: Partial<Row>, changes: Partial<Row>): void {
    const keyNames = Object.keys(keys);
    const names = Object.keys(changes).filter((key) => changes[key as keyof Row] !== undefined);
    const params = [...names.map((key) => changes[key as keyof Row]), ...keyNames.map((key) => keys[key as keyof Row])];
    this.write(updateSql(entity, keyNames, names), params, (rows) => {
      if (rows !== 1) throw refusal('VERSION_CHANGED');
    });
  }

  /**
   * Says on whose behalf the rest of this transaction reads: the row-level security of personal tables sees these
   * settings, and without them no personal row at all.
   */
  actAs(context: ActingContext): void {
    this.write(`select ${settingsSql(context, 1)}`, Object.values(context));
  }

  /** For background work: see `BY_KEY`. */
  findByKey(): void {
    this.write(BY_KEY);
  }

  /** Work for the moment after the commit, such as waking the relay; it must not throw. */
  afterCommit(work: () => void): void {
    this.afterCommitWork.push(work);
  }

  /** Sends what is pending and waits for it. */
  async flush(): Promise<void> {
    const writes = this.sendPending();
    await settleInOrder(writes, writes.length);
  }

  /** Sends what is pending and commits; in one go when no write has to be checked first. */
  async commit(): Promise<void> {
    const checked = this.pending.some((write) => write.check);
    if (checked) await this.flush();
    const writes = this.sendPending();
    const [result] = await settleInOrder([...writes, this.send('commit', [])], writes.length);
    // PostgreSQL answers a commit of a failed transaction with the tag ROLLBACK, not with an error.
    if ((result as pg.QueryArrayResult).command !== 'COMMIT')
      throw new Error('the transaction was rolled back at commit');
    for (const work of this.afterCommitWork) work();
  }

  private sendPending(): Promise<unknown>[] {
    const writes = inOneStatement(this.pending);
    this.pending = [];
    return writes.map(async (write) => {
      const result = await this.send(write.sql, write.params);
      write.check?.(result.rowCount ?? 0);
    });
  }

  private async send(sql: string, params: readonly unknown[]): Promise<pg.QueryArrayResult> {
    this.onStatement(sql);
    corkForThisTick(this.client);
    try {
      return await this.client.query(namedQuery(sql, params));
    } catch (error) {
      // Statements behind a failed one only learn that the transaction is aborted; the caller learns why.
      this.failure ??= error;
      throw this.failure;
    }
  }
}

/** Calls that make the settings of a context; its values are the parameters from `place` on. */
export function settingsSql(context: ActingContext, place: number): string {
  const calls = Object.keys(context).map(
    (name, i) => `set_config('yiyang.${name}', $${place + i}, true) as setting_${i}`,
  );
  return calls.join(', ');
}

/** The same writes in the same order, neighbours that only add put together. */
function inOneStatement(writes: readonly PendingWrite[]): PendingWrite[] {
  const sent: PendingWrite[] = [];
  let group: Added[] = [];
  const close = () => {
    if (group.length > 0) sent.push(combined(group));
    group = [];
  };
  for (const write of writes) {
    const { addition, params } = write;
    if (!addition || group.some((added) => added.addition === addition)) close();
    if (addition) group.push({ addition, params });
    else sent.push(write);
  }
  close();
  return sent;
}

/** Waits for all, throws the first failure in order (later ones only say that the transaction is aborted). */
async function settleInOrder(sent: readonly Promise<unknown>[], from: number): Promise<unknown[]> {
  const outcomes = await Promise.allSettled(sent);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.slice(from).map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value);
}
