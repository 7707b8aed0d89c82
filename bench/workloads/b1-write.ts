import { comparisonLines } from '../report/comparison.ts';
import type { Side } from '../measure/side.ts';
import { interleave } from '../measure/interleave.ts';
import { BaselineProcess } from '../platform/baseline-process.ts';
import type { BenchPostgres } from '../platform/bench-postgres.ts';
import { BenchServices } from '../platform/bench-services.ts';
import { WRITE_TABLES } from '../baselines/write-tables.ts';
import { verifyAudit } from './audit-verified.ts';
import { applicationBodies, callerHeaders, eventsOnBus, REGISTRY_DATABASE } from './registry.ts';
import { serviceSettled } from './settled.ts';
import { CONCURRENCY, type Workload } from './workload.ts';

const JOB = { method: 'POST', paths: ['/v1/applications'], order: 'random', bodies: applicationBodies(500) } as const;
const JSON_BODY = { 'content-type': 'application/json' };

function ours(postgres: BenchPostgres, services: BenchServices): Side {
  const registry = services.process('institution-registry');
  const rows = (sql: string) => () => postgres.count(REGISTRY_DATABASE, sql);
  const headers = { ...JSON_BODY, ...callerHeaders('CIVIL_AFFAIRS', services.secrets.INTERNAL_TOKEN_SECRET) };
  return {
    name: 'registry',
    job: { ...JOB, origin: registry.url, headers, keyed: true },
    processes: { server: registry.pid ?? 0 },
    databases: [REGISTRY_DATABASE, 'yiyang_bus'],
    counters: {
      'applications stored': rows('select count(*) from application'),
      'events in the outbox': rows(`select count(*) from outbox where topic = 'yiyang.institution.v1'`),
      'events on the bus': () => eventsOnBus(postgres),
      'audit entries': rows('select count(*) from audit_entry'),
      'answers kept for repeats': rows('select count(*) from idempotency_record'),
    },
    settled: () => serviceSettled(postgres, REGISTRY_DATABASE),
  };
}

const BASELINES = { 'usual-write': 'Usual', 'nest-write': 'Usual on NestJS', 'best-write': 'Best' } as const;

async function baseline(postgres: BenchPostgres, name: keyof typeof BASELINES, folder: string) {
  const database = `bench_${name.replace('-', '_')}`;
  await postgres.query('postgres', `create role ${database} login password '${database}'`);
  await postgres.query('postgres', `create database ${database} owner ${database}`);
  const url = Object.assign(new URL(postgres.urlOf(database)), { username: database, password: database }).toString();
  await postgres.query(database, `set role ${database}; ${WRITE_TABLES}; reset role`);
  const process = await BaselineProcess.start(name, folder, { DATABASE_URL: url });
  const side: Side = {
    name: BASELINES[name],
    job: { ...JOB, origin: process.origin, headers: JSON_BODY },
    processes: { server: process.pid },
    databases: [database],
    counters: {
      'applications stored': () => postgres.count(database, 'select count(*) from application'),
      'events in the outbox': () => postgres.count(database, 'select count(*) from outbox'),
    },
    settled: () => Promise.resolve(),
  };
  return { side, stop: () => process.stop() };
}

/** B1: submitting an application at the registry's own port, everything on, against two bare writers. */
export const b1Write: Workload = async (bench) => {
  const { postgres, folder, tell } = bench;
  const services = await BenchServices.start({ ...bench, databaseUrl: postgres.url }, 'institution-registry');
  const usual = await baseline(postgres, 'usual-write', folder);
  const nest = await baseline(postgres, 'nest-write', folder);
  const best = await baseline(postgres, 'best-write', folder);
  try {
    const sides = [ours(postgres, services), usual.side, nest.side, best.side];
    const rounds = await interleave(sides, { ...bench, concurrency: CONCURRENCY }, bench, tell);
    const audit = await verifyAudit(services.process('institution-registry').url, services.secrets);
    const settle = Math.max(...(rounds[0] ?? []).map((run) => run.settleMilliseconds));
    return {
      title: 'B1 Write: submit an application',
      lines: [
        '`POST /v1/applications` at the registry’s port: signed caller, validation, access, policy, row, event, audit entry and',
        'stored answer in one transaction; relay, bus and audit sealer run. Usual: bare Fastify + pg pool of 10, BEGIN, two',
        'prepared inserts, COMMIT. Usual on NestJS: the same behind a controller, a DTO checked by class-validator, a guard and an',
        `interceptor. Best: Usual in one prepared statement. Closed loop, ${CONCURRENCY} at once.`,
        '',
        ...comparisonLines(sides, rounds, [
          { against: 'Usual', atLeast: 1 },
          { against: 'Usual on NestJS' },
          { against: 'Best' },
        ]),
        `Checked after each run: applications, outbox events, events on the bus, audit entries and stored answers grew by exactly`,
        `the acknowledged requests; no other answer than 201. Sending and sealing ended at most ${settle.toFixed(0)} ms after the last answer.`,
        `The audit chain verifies: ${audit.entries} entries in ${audit.seals} seals.`,
      ],
    };
  } finally {
    await Promise.all([usual.stop(), nest.stop(), best.stop(), services.stop()]);
  }
};
