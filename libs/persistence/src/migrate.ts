import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import {
  connectionUrl,
  databaseName,
  roleName,
  rolePassword,
  type RoleKind,
  type ServerSettings,
} from './connection.js';

export type Migration = new () => MigrationInterface;

// One number for all services: migrations of one server run one after another, replicas wait for the first.
const MIGRATION_LOCK = 7_430_001;

/**
 * Brings one service's database up to date: creates the database and its two roles where they are missing, then runs
 * the migrations as the owner. The app role gets the data, never the tables. Safe to run from several replicas at once.
 *
 * @returns names of the migrations that ran now.
 */
export async function migrate(
  settings: ServerSettings,
  service: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  const admin = new pg.Client({ connectionString: settings.serverUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRole(admin, settings, service, 'owner');
    await ensureRole(admin, settings, service, 'app');
    await ensureDatabase(admin, service);
    return await runAsOwner(connectionUrl(settings, service, 'owner'), roleName(service, 'app'), migrations);
  } finally {
    await admin.end();
  }
}

async function ensureRole(admin: pg.Client, settings: ServerSettings, service: string, kind: RoleKind): Promise<void> {
  const role = roleName(service, kind);
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount ? 'alter' : 'create';
  await admin.query(`${verb} role ${role} login password '${rolePassword(settings, role)}' nosuperuser nobypassrls`);
}

async function ensureDatabase(admin: pg.Client, service: string): Promise<void> {
  const database = databaseName(service);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  const owner = roleName(service, 'owner');
  // A member of the owner role may hand a database over to it; superusers need no membership.
  await admin.query(`grant ${owner} to current_user`);
  if (!rowCount) await admin.query(`create database ${database} owner ${owner}`);
  await admin.query(`revoke connect on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${roleName(service, 'app')}`);
}

async function runAsOwner(url: string, appRole: string, migrations: readonly Migration[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    await source.query(`grant usage on schema public to ${appRole}`);
    await source.query(
      `alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole}`,
    );
    await source.query(`alter default privileges in schema public grant usage, select on sequences to ${appRole}`);
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
