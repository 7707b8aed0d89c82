import type { FastifyInstance, FastifyRequest } from 'fastify';
import { enterContext } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';

const GOOD_ID = /^[\w.:-]{1,128}$/;

/** The caller's id where it is well formed: it goes into logs, events and answers. */
function idIn(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && GOOD_ID.test(value) ? value : undefined;
}

/** Gives every request its request and correlation id, echoes them and makes them the running work's context. */
export function nameRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest('passage');
  fastify.addHook('onRequest', (request, reply, done) => {
    const requestId = idIn(request, 'x-request-id') ?? newId();
    const correlationId = idIn(request, 'x-correlation-id') ?? requestId;
    request.passage = { requestId, correlationId };
    reply.header('x-request-id', requestId).header('x-correlation-id', correlationId);
    enterContext({ requestId, correlationId });
    done();
  });
}
