import type { FastifyInstance } from 'fastify';
import type { Health, Metrics } from '@yiyang/observability';

/** What orchestrators and dashboards ask. */
export function serveHealth(fastify: FastifyInstance, health: Health, metrics: Metrics): void {
  for (const kind of ['live', 'ready'] as const) {
    fastify.get(`/health/${kind}`, async (_request, reply) => {
      const report = await health.report(kind);
      return reply.status(report.ok ? 200 : 503).send(report);
    });
  }
  fastify.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await metrics.text()),
  );
}
