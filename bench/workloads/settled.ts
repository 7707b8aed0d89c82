import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchPostgres } from '../platform/bench-postgres.ts';

const LONGEST_MS = 60_000;
const UNFINISHED = `
  select (select count(*) from (select from outbox where sent_at is null limit 1) unsent)
       + (select count(*) from (select from audit_pending limit 1) unsealed)`;

/** Resolves when a service has sent all its events and sealed its whole audit log. */
export async function serviceSettled(postgres: BenchPostgres, database: string): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  while ((await postgres.count(database, `${UNFINISHED} as count`)) > 0) {
    if (Date.now() > until) throw new Error(`${database} still has unsent events or unsealed entries after 60 s`);
    await sleep(20);
  }
}
