import type { FastifyInstance } from 'fastify';
import { enterContext } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';

const GOOD_ID = /^[\w.:-]{1,128}$/;
/** An id number (15 or 18 digits with a birth date inside) or a mobile number, wherever it stands. */
const PERSONAL = /(?<!\d)(\d{6}(19|20)\d{2}(0[1-9]|1[0-2])\d{5}[\dXx]|\d{8}(0[1-9]|1[0-2])\d{5}|1[3-9]\d{9})(?!\d)/;

/**
 * The caller's id where it is well formed. It goes into logs, events and answers, so one that looks like a person's number
 * is replaced like a malformed one.
 */
export function acceptedId(value: unknown): string | undefined {
  return typeof value === 'string' && GOOD_ID.test(value) && !PERSONAL.test(value) ? value : undefined;
}

/** Gives every request its request and correlation id, echoes them and makes them the running work's context. */
export function nameRequests(fastify: FastifyInstance): void {
  fastify.decorateRequest('passage');
  fastify.addHook('onRequest', (request, reply, done) => {
    const requestId = acceptedId(request.headers['x-request-id']) ?? newId();
    const correlationId = acceptedId(request.headers['x-correlation-id']) ?? requestId;
    request.passage = { requestId, correlationId };
    reply.header('x-request-id', requestId).header('x-correlation-id', correlationId);
    reply.header('x-content-type-options', 'nosniff');
    enterContext({ requestId, correlationId });
    done();
  });
}
