import type { FastifyInstance } from 'fastify';

/**
 * Asks callers of a draining gateway to close their connections (RFC 9112 §9.6), so that none is cut while a request is on
 * its way to it.
 */
export class Farewell {
  private begun = false;

  begin(): void {
    this.begun = true;
  }

  sayOn(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (_request, reply, done) => {
      if (this.begun) reply.header('connection', 'close');
      done();
    });
  }
}
