import type { FastifyInstance } from 'fastify';
import type { RefusalReply } from '../entry/refusal-reply.js';
import { sendAnswer, upstreamRequest } from './forward.js';
import type { Operation } from './route-table.js';
import type { Upstreams } from './upstreams.js';

/** The route of everything under `/v1` that the gateway does not answer itself. */
export const PROXY_ROUTE = '/v1/*';

/**
 * Passes requests on to the services. Outside Nest's pipeline and without parsing: bodies go on as they came, because
 * reading and validating them is the service's work.
 */
export function serveProxy(
  fastify: FastifyInstance,
  upstreams: Upstreams,
  refusals: RefusalReply,
  secret: string,
): void {
  fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => refusals.send(error, request, reply));
    scope.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: PROXY_ROUTE,
      handler: async (request, reply) => {
        const { service } = request.passage.operation as Operation;
        return sendAnswer(reply, await upstreams.of(service).call(upstreamRequest(request, secret)));
      },
    });
  });
}
