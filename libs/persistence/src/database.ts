import pg from 'pg';
import { namedQuery, toObjects } from './rows.js';
import { SharedReader } from './shared-reader.js';
import { BY_KEY_OPTIONS, Tx } from './tx.js';

export interface DatabaseOptions {
  /** Most transactions at once; on few cores few connections are faster. */
  readonly maxConnections?: number;
  /** Shared connections for short reads. */
  readonly readers?: number;
  readonly applicationName?: string;
  /** All statements take rows by key out of tables that grow for ever: see `BY_KEY`. */
  readonly byKey?: boolean;
}

/** One service's database as its app role. */
export class Database {
  private readonly pool: pg.Pool;
  private readonly readers: SharedReader[];
  private nextReader = 0;
  /** Called with every statement sent; tests count with it. */
  onStatement: (sql: string) => void = () => undefined;

  constructor(url: string, options: DatabaseOptions = {}) {
    const connection = {
      connectionString: url,
      application_name: options.applicationName ?? 'yiyang',
      pipeline: true,
      keepAlive: true,
      ...(options.byKey && { options: BY_KEY_OPTIONS }),
    };
    this.pool = new pg.Pool({ ...connection, max: options.maxConnections ?? 8, connectionTimeoutMillis: 5000 });
    // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
    this.pool.on('error', () => undefined);
    // One that breaks in use tells so twice: to the statement that waits, which is enough, and by an event.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.readers = Array.from({ length: options.readers ?? 2 }, () => new SharedReader(connection));
  }

  /** One short read of data that is not personal, on a shared pipelined connection. */
  async many<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    this.onStatement(sql);
    const reader = this.readers[this.nextReader++ % this.readers.length] as SharedReader;
    return toObjects<Row>(await reader.query(namedQuery(sql, params)));
  }

  /** The only row of a short read, or undefined. */
  async find<Row>(sql: string, params: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.many<Row>(sql, params))[0];
  }

  /** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      const tx = new Tx(client, this.onStatement);
      tx.write('begin');
      try {
        const result = await work(tx);
        await tx.commit();
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }

  /**
   * A connection of its own for session-level advisory locks and LISTEN, with statements by key. The caller ends it.
   */
  async session(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.pool.options, options: BY_KEY_OPTIONS });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Waits for running work and closes; the last thing a draining process does. */
  async close(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.close()));
    await this.pool.end();
  }
}
