import { connectionUrl } from '@yiyang/persistence';
import { interleave } from '../measure/interleave.ts';
import type { Side } from '../measure/side.ts';
import { BaselineProcess } from '../platform/baseline-process.ts';
import { BenchServices } from '../platform/bench-services.ts';
import { comparisonLines } from '../report/comparison.ts';
import { callerHeaders, REGISTRY_DATABASE, seedInstitutions } from './registry.ts';
import { sameAnswer } from './same-answer.ts';
import { serviceSettled } from './settled.ts';
import { CONCURRENCY, type Workload } from './workload.ts';

const INSTITUTIONS = 10_000;

/** B15: reading one institution at the registry's own port against a bare server that reads the same columns. */
export const b15Read: Workload = async (bench) => {
  const { postgres, folder, tell } = bench;
  const services = await BenchServices.start({ ...bench, databaseUrl: postgres.url }, 'institution-registry');
  const { secrets } = services;
  const ids = await seedInstitutions(postgres, INSTITUTIONS);
  const server = { serverUrl: postgres.url, roleSecret: secrets.DATABASE_ROLE_SECRET };
  const url = connectionUrl(server, 'institution-registry', 'app');
  const bare = await BaselineProcess.start('point-read', folder, { DATABASE_URL: url });
  try {
    const registry = services.process('institution-registry');
    const headers = callerHeaders('HEALTH', secrets.INTERNAL_TOKEN_SECRET);
    const job = { method: 'GET', paths: ids.map((id) => `/v1/institutions/${id}`), order: 'random', headers } as const;
    const settled = () => serviceSettled(postgres, REGISTRY_DATABASE);
    const common = { databases: [REGISTRY_DATABASE], counters: {}, settled };
    const sides: Side[] = [
      { ...common, name: 'registry', job: { ...job, origin: registry.url }, processes: { server: registry.pid ?? 0 } },
      { ...common, name: 'bare', job: { ...job, origin: bare.origin, headers: {} }, processes: { server: bare.pid } },
    ];
    for (const id of ids.slice(0, 20)) await sameAnswer(registry.url, bare.origin, `/v1/institutions/${id}`, headers);
    const rounds = await interleave(sides, { ...bench, concurrency: CONCURRENCY }, bench, tell);
    return {
      title: 'B15 Point read: one institution',
      lines: [
        '`GET /v1/institutions/{id}` at the registry’s port: signed caller, access, field view, computed integrated status. Bare:',
        `Fastify + pg pool of 10, one prepared statement for the same columns of the same rows. ${INSTITUTIONS} institutions, chosen`,
        `at random. Closed loop, ${CONCURRENCY} at once.`,
        '',
        ...comparisonLines(sides, rounds, [{ against: 'bare', atLeast: 0.9 }]),
        'Checked: no other answer than 200; both sides answer the same facts of 20 institutions.',
      ],
    };
  } finally {
    await Promise.all([bare.stop(), services.stop()]);
  }
};
