import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mostUploadBytes, UPLOAD_ROUTES } from '@yiyang/http';
import type { RefusalReply } from '../entry/refusal-reply.js';
import { sendAnswer, upstreamRequest } from './forward.js';
import type { Operation } from './route-table.js';
import type { Upstreams } from './upstreams.js';

const EVERYTHING = '/v1/*';
const PROXIED: ReadonlySet<string | undefined> = new Set([EVERYTHING, ...UPLOAD_ROUTES]);

/** Does the request go to a service? The gateway answers the other routes under `/v1` itself. */
export function isProxied({ routeOptions: { url } }: FastifyRequest): boolean {
  return PROXIED.has(url);
}

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
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const { service } = request.passage.operation as Operation;
      return sendAnswer(reply, await upstreams.of(service).call(upstreamRequest(request, secret)));
    };
    scope.route({ method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'], url: EVERYTHING, handler });
    for (const url of UPLOAD_ROUTES) {
      const bodyLimit = mostUploadBytes('POST', url);
      scope.route({ method: 'POST', url, ...(bodyLimit !== undefined && { bodyLimit }), handler });
    }
  });
}
