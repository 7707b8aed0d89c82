import type { FastifyReply, FastifyRequest } from 'fastify';
import { CALLER_HEADER, signCaller } from '@yiyang/access';
import { callerOfPassage } from '../entry/passage.js';
import type { UpstreamAnswer, UpstreamRequest } from './upstream-call.js';

/** What of a caller's headers a service gets; everything else, a caller token from outside above all, stays here. */
const FORWARDED = [
  'accept',
  'accept-language',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'traceparent',
  'tracestate',
] as const;

/** What of a service's headers the caller gets. */
const RETURNED = [
  'content-type',
  'etag',
  'location',
  'retry-after',
  'cache-control',
  'last-modified',
  'warning',
  'deprecation',
  'sunset',
] as const;

/** The request as a service gets it, with the signed caller. */
export function upstreamRequest(request: FastifyRequest, secret: string, path = request.url): UpstreamRequest {
  const { passage } = request;
  const headers: Record<string, string> = {
    [CALLER_HEADER]: signCaller(callerOfPassage(request), secret, { now: new Date() }),
    'x-request-id': passage.requestId,
    'x-correlation-id': passage.correlationId,
  };
  for (const name of FORWARDED) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  const body = request.body;
  return { method: request.method, path, headers, ...(Buffer.isBuffer(body) && { body }) };
}

/** Sends a service's answer on. */
export function sendAnswer(reply: FastifyReply, answer: UpstreamAnswer): FastifyReply {
  for (const name of RETURNED) {
    const value = answer.headers[name];
    if (value !== undefined) reply.header(name, value);
  }
  return reply.status(answer.status).send(answer.body);
}
