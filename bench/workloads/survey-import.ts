import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { compare } from '../measure/compare.ts';
import { median } from '../measure/percentile.ts';
import type { BenchPostgres } from '../platform/bench-postgres.ts';
import { BenchServices } from '../platform/bench-services.ts';
import { ratioCells } from '../report/ratio-cells.ts';
import { table } from '../report/section.ts';
import { verifyAudit } from './audit-verified.ts';
import { callerHeaders, REGION, REGISTRY_DATABASE } from './registry.ts';
import { serviceSettled } from './settled.ts';
import type { Workload } from './workload.ts';

const ROWS = 10_000;
const BATCHES = 10;
const HEADER = 'name,kind,division,creditCode,operationState,managementMode';

/** What an import writes, and which rows of it one import wrote; `id` and `key` are UUIDs of ours. */
const WRITTEN: Readonly<Record<string, (id: string, key: string) => string>> = {
  survey_import: (id) => `id = '${id}'`,
  survey_entry: (id) => `import_id = '${id}'`,
  survey_import_row: (id) => `import_id = '${id}'`,
  outbox: (id) => `aggregate_id::text = '${id}'`,
  outbox_sequence: (id) => `aggregate_id::text = '${id}'`,
  audit_entry: (id) => `resource_id = '${id}'`,
  idempotency_record: (_, key) => `key = '${key}'`,
};

interface Imported {
  readonly id: string;
  readonly key: string;
  readonly milliseconds: number;
}

/** Every round another 10,000 institutions, so that both sides insert. */
function fileOf(round: number): Buffer {
  const row = (i: number) => `示范村卫生室${round}-${i},VILLAGE_CLINIC,${REGION},,OPERATING,PRIVATE_RUN`;
  return Buffer.from([HEADER, ...Array.from({ length: ROWS }, (_, i) => row(i))].join('\n'));
}

/** From the first byte sent until the import is done; asking the registry all the time would be load of its own. */
async function importFile(
  postgres: BenchPostgres,
  origin: string,
  headers: Record<string, string>,
  file: Buffer,
): Promise<Imported> {
  const key = randomUUID();
  const started = performance.now();
  const received = await fetch(`${origin}/v1/survey-imports`, {
    method: 'POST',
    body: new Uint8Array(file),
    headers: { ...headers, 'content-type': 'text/csv', 'idempotency-key': key },
  });
  const { id } = (await received.json()) as { id: string };
  const done = 'select count(*) from survey_import where id = $1 and finished_at is not null';
  while ((await postgres.count(REGISTRY_DATABASE, done, [id])) === 0) await sleep(10);
  const milliseconds = performance.now() - started;
  const answer = await fetch(`${origin}/v1/survey-imports/${id}`, { headers });
  const { status, rowsStored } = (await answer.json()) as { status: string; rowsStored: number };
  if (status !== 'DONE' || rowsStored !== ROWS) throw new Error(`${status} with ${rowsStored} of ${ROWS} rows stored`);
  return { id, key, milliseconds };
}

/** Tables like ours, with the same keys, checks and indexes, and nobody who writes to them. */
async function makeCopies(postgres: BenchPostgres): Promise<void> {
  await postgres.query(REGISTRY_DATABASE, 'create schema copied');
  for (const name of Object.keys(WRITTEN))
    await postgres.query(REGISTRY_DATABASE, `create table copied.${name} (like public.${name} including all)`);
}

/** The same rows by COPY from files on the server, all tables in one transaction. @returns milliseconds. */
async function copyRows(postgres: BenchPostgres, { id, key }: Imported): Promise<number> {
  const run = (sql: string) => postgres.query<{ at: string }>(REGISTRY_DATABASE, sql);
  const [directory] = await run('show data_directory');
  const files = Object.entries(WRITTEN).map(([name, where]) => ({
    name,
    path: `${Object.values(directory ?? {})[0]}/bench_${name}.copy`,
    rows: `select * from ${name} where ${where(id, key)}`,
  }));
  for (const { path, rows } of files) await run(`copy (${rows}) to '${path}'`);
  await run('checkpoint');
  const started = performance.now();
  await run(`begin; ${files.map(({ name, path }) => `copy copied.${name} from '${path}'`).join('; ')}; commit`);
  return performance.now() - started;
}

/** What the import wrote is what was copied, row for row. */
async function assertSame(postgres: BenchPostgres, rounds: number): Promise<void> {
  const of = (sql: string) => postgres.count(REGISTRY_DATABASE, `select count(*) from ${sql}`);
  const expected = { survey_entry: ROWS, survey_import_row: ROWS, outbox: BATCHES, audit_entry: BATCHES + 1 };
  for (const [name, each] of Object.entries(expected)) {
    const copied = await of(`copied.${name}`);
    if (copied !== each * rounds) throw new Error(`${copied} rows of ${name} were copied, not ${each * rounds}`);
  }
  const entries = await of('survey_entry');
  if (entries !== ROWS * rounds) throw new Error(`${entries} entries for ${ROWS * rounds} rows`);
}

/** REG-52: a survey of 10,000 institutions, imported by the registry and copied by PostgreSQL. */
export const surveyImport: Workload = async (bench) => {
  const { postgres, pairs, quick } = bench;
  const services = await BenchServices.start({ ...bench, databaseUrl: postgres.url }, 'institution-registry');
  try {
    const { url: origin } = services.process('institution-registry');
    const headers = callerHeaders('HEALTH', services.secrets.INTERNAL_TOKEN_SECRET);
    await makeCopies(postgres);
    const warmUps = quick ? 1 : 3;
    const ours: number[] = [];
    const copies: number[] = [];
    for (let round = 0; round < warmUps + pairs; round++) {
      await postgres.query(REGISTRY_DATABASE, 'checkpoint');
      const imported = await importFile(postgres, origin, headers, fileOf(round));
      await serviceSettled(postgres, REGISTRY_DATABASE);
      const copied = await copyRows(postgres, imported);
      if (round < warmUps) continue;
      ours.push(imported.milliseconds);
      copies.push(copied);
    }
    await assertSame(postgres, warmUps + pairs);
    const audit = await verifyAudit(origin, services.secrets);
    const rate = (milliseconds: number) => (ROWS * 1000) / milliseconds;
    const ratio = compare(ours.map(rate), copies.map(rate), 'larger');
    const figures = (name: string, times: readonly number[]) => [
      name,
      median(times).toFixed(0),
      rate(median(times)).toFixed(0),
    ];
    return {
      title: 'REG-52 Import: a survey of 10,000 institutions',
      lines: [
        '`POST /v1/survey-imports` of a CSV file at the registry’s port until the import says DONE: reading, checking, entries, what',
        `became of each line, ${BATCHES} events, ${BATCHES + 1} audit entries, a transaction per batch; relay and sealer run. COPY: the same rows`,
        'into tables with the same keys and indexes, from files on the server, in one transaction.',
        ...table([['', 'ms', 'rows/s'], figures('registry', ours), figures('COPY', copies)]),
        ...table([
          ['ours to', 'median ratio', 'worst pair', 'pairs', 'goal', ''],
          ['COPY: rows/s', ...ratioCells(ratio, { atLeast: 0.3 })],
        ]),
        `Checked: every row was stored once, the copied tables hold as many; the audit chain verifies with ${audit.entries} entries.`,
      ],
    };
  } finally {
    await services.stop();
  }
};
