import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type RunningPostgres } from '@yiyang/local-servers';

/** Without these a commit is not durable and nothing measured here would mean anything. */
const DURABILITY = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

export type Durability = Readonly<Record<(typeof DURABILITY)[number], string>>;

/** A PostgreSQL of the bench's own, with the durability of production and a clock in every commit. */
export class BenchPostgres {
  readonly url: string;
  readonly pid: number;
  readonly durability: Durability;
  readonly version: string;
  private readonly server: RunningPostgres;
  private readonly dataDir: string;
  private readonly admins = new Map<string, Promise<pg.Client>>();

  private constructor(server: RunningPostgres, dataDir: string, found: { durability: Durability; version: string }) {
    this.server = server;
    this.dataDir = dataDir;
    this.url = server.url;
    this.pid = server.pid;
    this.durability = found.durability;
    this.version = found.version;
  }

  /** Starts an empty server below `folder`; throws when a commit would not be durable. */
  static async start(folder: string): Promise<BenchPostgres> {
    const dataDir = join(folder, 'postgres');
    // Commit times are what B6 is measured with; the setting needs a restart.
    const first = await startPostgres({ dataDir });
    await withClient(first.url, (client) => client.query('alter system set track_commit_timestamp = on'));
    await first.stop();
    const server = await startPostgres({ dataDir });
    return withClient(server.url, async (client) => {
      await client.query('create extension pg_stat_statements');
      const durability: Record<string, string> = {};
      for (const name of DURABILITY) durability[name] = await setting(client, name);
      const off = DURABILITY.filter((name) => durability[name] !== 'on');
      if (off.length > 0) throw new Error(`${off.join(', ')} must be on for a measurement`);
      return new BenchPostgres(server, dataDir, {
        durability: durability as Durability,
        version: await setting(client, 'server_version'),
      });
    });
  }

  /** Rows of a statement as the superuser in one database. */
  async query<Row extends pg.QueryResultRow>(database: string, sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await (await this.admin(database)).query<Row>(sql, params)).rows;
  }

  /** The number that a statement answers. */
  async count(database: string, sql: string, params: unknown[] = []): Promise<number> {
    const [row] = await this.query<{ count: string }>(database, sql, params);
    return Number(row?.count ?? Number.NaN);
  }

  /** Address of a database for the superuser. */
  urlOf(database: string): string {
    return Object.assign(new URL(this.url), { pathname: `/${database}` }).toString();
  }

  async stop(): Promise<void> {
    for (const client of this.admins.values()) await (await client).end();
    await this.server.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private admin(database: string): Promise<pg.Client> {
    let client = this.admins.get(database);
    if (!client) this.admins.set(database, (client = connected(this.urlOf(database))));
    return client;
  }
}

async function setting(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
  return rows[0]?.value ?? '';
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = await connected(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
