import type { LoadGenerator } from '../load/load-generator.ts';
import type { BenchPostgres } from '../platform/bench-postgres.ts';
import { cpuOfFamily, cpuOfProcess } from '../platform/process-cpu.ts';
import { LOAD_GENERATOR, type Side, type SideRun } from './side.ts';

export interface RunParts {
  readonly postgres: BenchPostgres;
  readonly load: LoadGenerator;
  readonly concurrency: number;
}

interface Usage {
  readonly cpu: Readonly<Record<string, number>>;
  readonly statements: number;
  readonly walBytes: number;
}

// Our own looking does not count: the services connect as roles of their own.
const USAGE = `
  select (select coalesce(sum(s.calls), 0) from pg_stat_statements s
          join pg_database d on d.oid = s.dbid join pg_roles r on r.oid = s.userid
          where d.datname = any($1) and r.rolname <> current_user) as statements,
         pg_current_wal_insert_lsn() - '0/0' as wal`;

/**
 * One run of one side, from a checkpoint until its background work is done; the CPU of that work belongs to the run.
 * Throws a sentence when an answer was not 2xx or a counter did not grow by the number of acknowledged requests.
 */
export async function runSide(side: Side, parts: RunParts, seconds: number): Promise<SideRun> {
  await side.settled();
  await parts.postgres.query('postgres', 'checkpoint');
  const counted = await count(side);
  const before = await usage(side, parts);
  const outcome = await parts.load.run({ ...side.job, seconds, concurrency: parts.concurrency });
  const answered = performance.now();
  await side.settled();
  const settleMilliseconds = performance.now() - answered;
  const after = await usage(side, parts);
  const { acknowledged } = outcome;
  if (Object.keys(outcome.others).length > 0 || acknowledged === 0)
    throw new Error(`${side.name}: ${acknowledged} answers were 2xx and others were ${JSON.stringify(outcome.others)}`);
  for (const [name, now] of Object.entries(await count(side))) {
    const grown = now - (counted[name] ?? 0);
    if (grown !== acknowledged)
      throw new Error(`${side.name}: ${acknowledged} requests acknowledged but ${grown} ${name}`);
  }
  const each = (name: string) => ((after.cpu[name] ?? 0) - (before.cpu[name] ?? 0)) / acknowledged;
  return {
    acknowledged,
    rate: acknowledged / outcome.seconds,
    p50: outcome.p50,
    cpu: Object.fromEntries(Object.keys(after.cpu).map((name) => [name, each(name)])),
    statements: (after.statements - before.statements) / acknowledged,
    walBytes: (after.walBytes - before.walBytes) / acknowledged,
    settleMilliseconds,
  };
}

async function count(side: Side): Promise<Record<string, number>> {
  const counters: Record<string, number> = {};
  for (const [name, look] of Object.entries(side.counters)) counters[name] = await look();
  return counters;
}

async function usage(side: Side, { postgres, load }: RunParts): Promise<Usage> {
  const cpu = Object.fromEntries(Object.entries(side.processes).map(([name, pid]) => [name, cpuOfProcess(pid)]));
  const all = { ...cpu, PostgreSQL: cpuOfFamily(postgres.pid), [LOAD_GENERATOR]: cpuOfProcess(load.pid) };
  const [row] = await postgres.query<{ statements: string; wal: string }>('postgres', USAGE, [side.databases]);
  return { cpu: all, statements: Number(row?.statements ?? 0), walBytes: Number(row?.wal ?? 0) };
}
