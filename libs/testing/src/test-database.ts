import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connectionUrl, Database, databaseName, migrate, roleName, type Migration } from '@yiyang/persistence';
import { postgresUrl, serverSettings } from './servers.js';

/** A migrated database of one test file, with the two roles a service has. */
export interface TestDatabase {
  readonly database: Database;
  /** Name to give wherever a service name is asked. */
  readonly service: string;
  /** Rows as the superuser sees them, behind row-level security and rights. */
  asSuperuser<Row extends pg.QueryResultRow>(sql: string, params?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Makes a database of its own for a test file; `drop` removes it and its roles. */
export async function testDatabase(service: string, migrations: readonly Migration[]): Promise<TestDatabase> {
  const name = `${service}-t${randomBytes(4).toString('hex')}`;
  await migrate(serverSettings(), name, migrations);
  const database = new Database(connectionUrl(serverSettings(), name, 'app'));
  const url = new URL(postgresUrl());
  url.pathname = `/${databaseName(name)}`;
  const superuser = new pg.Pool({ connectionString: url.toString(), max: 2 });
  // A connection that the server ends while it is idle would otherwise end the test process.
  superuser.on('error', () => undefined);
  return {
    database,
    service: name,
    asSuperuser: async <Row extends pg.QueryResultRow>(sql: string, params?: unknown[]) =>
      (await superuser.query<Row>(sql, params)).rows,
    drop: async () => {
      await database.close();
      await superuser.end();
      await dropDatabase(name);
    },
  };
}

/** Removes a service's database and roles. */
export async function dropDatabase(service: string): Promise<void> {
  const admin = new pg.Client({ connectionString: postgresUrl() });
  await admin.connect();
  try {
    await admin.query(`drop database if exists ${databaseName(service)} with (force)`);
    for (const kind of ['owner', 'app'] as const) await admin.query(`drop role if exists ${roleName(service, kind)}`);
  } finally {
    await admin.end();
  }
}
