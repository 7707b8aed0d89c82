import pg from 'pg';
import { databaseName } from '@yiyang/persistence';
import { SERVICES } from '../../tools/stack/stack.ts';

/** Every process of the platform that has a database. */
export const OWNERS = [...SERVICES, 'gateway'] as const;
export type Owner = (typeof OWNERS)[number];

/** The platform's databases as the superuser sees them: behind rights, row-level security and the application. */
export class Databases {
  private readonly pools = new Map<string, pg.Pool>();

  constructor(private readonly serverUrl: string) {}

  async rows<Row extends pg.QueryResultRow>(owner: Owner | 'bus', sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.pool(databaseName(owner)).query<Row>(sql, params)).rows;
  }

  /** The same question to every owner's database. */
  async everywhere<Row extends pg.QueryResultRow>(sql: string): Promise<(Row & { owner: Owner })[]> {
    const answers = await Promise.all(
      OWNERS.map(async (owner) => (await this.rows<Row>(owner, sql)).map((row) => ({ ...row, owner }))),
    );
    return answers.flat();
  }

  /** A connection that stays in its transaction until it is ended. */
  async session(owner: Owner): Promise<pg.PoolClient> {
    return this.pool(databaseName(owner)).connect();
  }

  /** Names of all databases on the server, ours and PostgreSQL's. */
  async names(): Promise<string[]> {
    const { rows } = await this.pool('postgres').query<{ datname: string }>(
      'select datname from pg_database where datallowconn order by datname',
    );
    return rows.map((row) => row.datname);
  }

  /** Pool of a database by its name on the server. */
  pool(database: string): pg.Pool {
    let pool = this.pools.get(database);
    if (!pool) {
      const url = new URL(this.serverUrl);
      url.pathname = `/${database}`;
      pool = new pg.Pool({ connectionString: url.toString(), max: 2 });
      // A connection that the server ends while it is idle would otherwise end the test.
      pool.on('error', () => undefined);
      this.pools.set(database, pool);
    }
    return pool;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }
}
