import { CreateCommandTables1764000000000 } from './migrations/1764000000000-create-command-tables.js';
import { ExtendDeadline1764000000400 } from './migrations/1764000000400-extend-deadline.js';
import type { Migration } from './migrate.js';

export * from './clock.js';
export * from './connection.js';
export { corkForThisTick } from './cork.js';
export * from './database.js';
export * from './deadline-sweeper.js';
export * from './deadlines.js';
export * from './field-protection.js';
export * from './idempotency.js';
export * from './ids.js';
export * from './keyset.js';
export * from './migrate.js';
export { camelCase, json, snakeCase } from './rows.js';
export { SoleWorker } from './sole-worker.js';
export { tableOf, type Entity } from './table.js';
export { Tx } from './tx.js';

/** Tables of the command path; every service's migrations begin with these. */
export const persistenceMigrations: readonly Migration[] = [
  CreateCommandTables1764000000000,
  ExtendDeadline1764000000400,
];
