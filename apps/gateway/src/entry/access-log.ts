import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Histogram } from 'prom-client';
import type { Logger, Metrics } from '@yiyang/observability';

/** Route pattern, never the path: ids and queries stay out of logs and metrics. */
function routeOf(request: FastifyRequest): string {
  return request.passage.operation?.template ?? request.routeOptions.url ?? 'none';
}

/** One line and one observation per answered request; health checks and scrapes are not worth a line. */
export function logRequests(fastify: FastifyInstance, logger: Logger, metrics: Metrics): void {
  const help = 'Seconds from the first byte of a request to the last of its answer';
  const seconds: Histogram = metrics.histogram('http_request_seconds', help, ['method', 'route', 'status']);
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    if (!/^\/(health|metrics)/.test(route)) {
      const { requestId, correlationId, clientId, caller } = request.passage;
      const { method } = request;
      const status = reply.statusCode;
      const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
      seconds.observe({ method, route, status }, milliseconds / 1000);
      const fields = { requestId, correlationId, method, route, status, milliseconds, clientId, role: caller?.role };
      logger.info('request', fields);
    }
    done();
  });
}
