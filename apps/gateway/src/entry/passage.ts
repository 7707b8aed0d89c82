import type { FastifyRequest } from 'fastify';
import type { Caller } from '@yiyang/access';
import type { Operation } from '../proxy/route-table.js';

/** What the gateway knows about a request on its way through. */
export interface Passage {
  readonly requestId: string;
  readonly correlationId: string;
  clientId?: string;
  caller?: Caller;
  operation?: Operation;
}

declare module 'fastify' {
  interface FastifyRequest {
    passage: Passage;
  }
}

/** Caller of a request that was let in. */
export function callerOfPassage(request: FastifyRequest): Caller {
  const { caller } = request.passage;
  if (!caller) throw new Error('a request without a caller passed the entrance');
  return caller;
}
