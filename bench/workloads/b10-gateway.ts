import { setTimeout as sleep } from 'node:timers/promises';
import { DevelopmentApi } from '../../tools/stack/api.ts';
import { interleave } from '../measure/interleave.ts';
import type { Side } from '../measure/side.ts';
import { BaselineProcess } from '../platform/baseline-process.ts';
import { BenchServices } from '../platform/bench-services.ts';
import { comparisonLines } from '../report/comparison.ts';
import { callerHeaders, REGION, REGISTRY_DATABASE, seedInstitutions } from './registry.ts';
import { sameAnswer } from './same-answer.ts';
import { serviceSettled } from './settled.ts';
import { CONCURRENCY, type Workload } from './workload.ts';

const INSTITUTIONS = 10_000;
const KNOWN_MS = 30_000;

/** B10: the gateway's hop against a bare proxy before the same registry. */
export const b10Gateway: Workload = async (bench) => {
  const { postgres, folder, tell } = bench;
  const services = await BenchServices.start(
    { ...bench, databaseUrl: postgres.url },
    'institution-registry',
    'gateway',
  );
  const registry = services.process('institution-registry');
  const gateway = services.process('gateway');
  const bare = await BaselineProcess.start('bare-proxy', folder, { UPSTREAM: registry.url });
  try {
    const paths = (await seedInstitutions(postgres, INSTITUTIONS)).map((id) => `/v1/institutions/${id}`);
    const client = await new DevelopmentApi(gateway.url).client({ name: 'bench', role: 'HEALTH', region: REGION });
    const bearer = { authorization: `Bearer ${client.bearer}` };
    // The bare proxy adds nothing, so its callers bring what the registry asks for.
    const signed = callerHeaders('HEALTH', services.secrets.INTERNAL_TOKEN_SECRET);
    await routeKnown(gateway.url, paths[0] as string, bearer);
    for (const path of paths.slice(0, 20)) await sameAnswer(gateway.url, bare.origin, path, { ...bearer, ...signed });
    const job = { method: 'GET', paths, order: 'random' } as const;
    const upstream = { upstream: registry.pid ?? 0 };
    const common = {
      databases: [REGISTRY_DATABASE],
      counters: {},
      settled: () => serviceSettled(postgres, REGISTRY_DATABASE),
    };
    const sides: Side[] = [
      {
        ...common,
        name: 'gateway',
        job: { ...job, origin: gateway.url, headers: bearer },
        processes: { server: gateway.pid ?? 0, ...upstream },
        databases: [REGISTRY_DATABASE, 'yiyang_gateway'],
      },
      {
        ...common,
        name: 'bare proxy',
        job: { ...job, origin: bare.origin, headers: signed },
        processes: { server: bare.pid, ...upstream },
      },
    ];
    const rounds = await interleave(sides, { ...bench, concurrency: CONCURRENCY }, bench, tell);
    return {
      title: 'B10 Gateway hop: one institution through the gateway',
      lines: [
        '`GET /v1/institutions/{id}` through the gateway: JWT, client binding, department view, rate limit (counted, set too high',
        'to refuse), request and correlation ids, signed caller, metrics and access log. Bare: @fastify/http-proxy, whose callers',
        `bring the signed caller themselves. Both before the same registry process; \`server\` is the hop alone. ${CONCURRENCY} at once.`,
        '',
        ...comparisonLines(sides, rounds, [{ against: 'bare proxy', atLeast: 0.7 }]),
        'Checked: no other answer than 200; both sides answer the same facts of 20 institutions.',
      ],
    };
  } finally {
    await Promise.all([bare.stop(), services.stop()]);
  }
};

/** The gateway learns a service's routes from its OpenAPI document, a moment after its start. */
async function routeKnown(origin: string, path: string, headers: Record<string, string>): Promise<void> {
  for (const until = Date.now() + KNOWN_MS; Date.now() < until; await sleep(100)) {
    const answer = await fetch(`${origin}${path}`, { headers });
    await answer.arrayBuffer();
    if (answer.ok) return;
  }
  throw new Error(`the gateway does not know ${path}`);
}
