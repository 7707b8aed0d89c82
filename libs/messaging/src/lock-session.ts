import type pg from 'pg';
import { corkForThisTick, type Database } from '@yiyang/persistence';

const HEARTBEAT_MS = 4000;
const ANSWER_MS = 8000;
// A holder that is frozen, or cut off without a FIN, would keep its locks for ever: the server ends a silent session.
const SILENCE = "set idle_session_timeout = '12s'";

/**
 * One connection that holds session-level advisory locks. When the connection ends, for whatever reason, the server frees
 * them all and `holds` turns false; the next `tryLock` connects again.
 */
export class LockSession {
  private client: pg.Client | undefined;
  private readonly held = new Set<string>();
  private heartbeat: NodeJS.Timeout | undefined;
  private connecting: Promise<pg.Client> | undefined;

  constructor(private readonly database: Database) {}

  /** Whether this process became, or is, the holder of `name`. */
  async tryLock(name: string): Promise<boolean> {
    if (this.held.has(name)) return true;
    const client = await this.connection();
    const sql = 'select pg_try_advisory_lock(hashtextextended($1, 2)) as held';
    const result = await client.query<{ held: boolean }>(sql, [name]);
    if (result.rows[0]?.held !== true || client !== this.client) return false;
    this.held.add(name);
    return true;
  }

  holds(name: string): boolean {
    return this.held.has(name);
  }

  async unlock(name: string): Promise<void> {
    if (!this.held.delete(name) || !this.client) return;
    await this.client.query('select pg_advisory_unlock(hashtextextended($1, 2))', [name]);
  }

  /** A statement on the connection that holds the locks: it fails when they are lost. */
  async query<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    if (!this.client) throw new Error('Connection terminated: the session that held the locks is gone');
    corkForThisTick(this.client);
    return this.client.query<Row>(statement);
  }

  async close(): Promise<void> {
    const client = this.client;
    this.forget(client);
    await client?.end();
  }

  private connection(): Promise<pg.Client> {
    if (this.client) return Promise.resolve(this.client);
    this.connecting ??= this.connect().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async connect(): Promise<pg.Client> {
    const client = await this.database.session();
    client.on('end', () => this.forget(client));
    client.on('error', () => this.forget(client));
    await client.query(SILENCE);
    this.client = client;
    this.heartbeat = setInterval(() => this.beat(client), HEARTBEAT_MS).unref();
    return client;
  }

  /** A connection whose other end is gone without a word is destroyed by the time-out, which frees the locks here too. */
  private beat(client: pg.Client): void {
    const query = { text: 'select 1', query_timeout: ANSWER_MS };
    client.query(query).catch(() => this.forget(client));
  }

  private forget(client: pg.Client | undefined): void {
    if (client !== this.client) return;
    clearInterval(this.heartbeat);
    this.held.clear();
    this.client = undefined;
  }
}
