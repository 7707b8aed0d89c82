import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, refusalOf, type RefusalEntry, type Refusals } from '@yiyang/http';
import type { Refusal } from '@yiyang/decisions';
import { errorFields, type Logger } from '@yiyang/observability';

/** Writes the audit entry of a refused request. */
export type RecordRefusal = (request: FastifyRequest, refused: Refusal) => Promise<void>;

/** RFC 6750 §3: a request without a token learns only the scheme. */
function challengeOf(refused: Refusal): string {
  const reason = refused.detail.inputs?.['reason'];
  return reason === 'MISSING'
    ? 'Bearer realm="yiyang-exchange"'
    : `Bearer realm="yiyang-exchange", error="invalid_token", error_description="${String(reason)}"`;
}

/** Answers errors of requests outside Nest's pipeline as problem documents, refusals audited first. */
export class RefusalReply {
  constructor(
    private readonly refusals: Refusals,
    private readonly logger: Logger,
    private readonly record: RecordRefusal,
  ) {}

  async send(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const refused = refusalOf(error, this.refusals);
    const entry = this.refusals.find(refused.code) as RefusalEntry;
    if (refused.code === 'UNEXPECTED') this.logger.error('a request failed', errorFields(error));
    await this.audit(request, refused);
    if (entry.status === 401) reply.header('www-authenticate', challengeOf(refused));
    const wait = refused.detail.inputs?.['retryAfterSeconds'] ?? entry.retryAfter;
    if (wait !== undefined) reply.header('retry-after', String(wait));
    reply.status(entry.status).header('content-type', 'application/problem+json; charset=utf-8');
    return reply.send(JSON.stringify(problemOf(refused, entry, request.headers['accept-language'])));
  }

  private async audit(request: FastifyRequest, refused: Refusal): Promise<void> {
    try {
      await this.record(request, refused);
    } catch (failure) {
      // A refusal discloses nothing, so it is still answered when the database that would record it is away.
      this.logger.error('a refusal could not be audited', { code: refused.code, ...errorFields(failure) });
    }
  }
}
