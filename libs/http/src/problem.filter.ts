import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@yiyang/decisions';
import { errorFields, type Logger } from '@yiyang/observability';
import { problemOf, refusalOf } from './problem.js';
import type { RefusalEntry, Refusals } from './refusal-catalogue.js';

/** Writes the audit entry of a refused request in a transaction of its own. */
export type RecordRefusal = (request: FastifyRequest, refused: Refusal, status: number) => Promise<void>;

/** Answers every error as a problem document; refusals are audited before the answer leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly refusals: Refusals,
    private readonly logger: Logger,
    private readonly recordRefusal: RecordRefusal,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refused = refusalOf(error, this.refusals);
    const entry = this.refusals.find(refused.code) as RefusalEntry;
    if (entry.status >= 500) this.logger.error('a request failed', { code: refused.code, ...errorFields(error) });
    await this.audit(request, refused, entry);
    if (entry.retryAfter !== undefined) reply.header('retry-after', String(entry.retryAfter));
    const problem = problemOf(refused, entry, request.headers['accept-language']);
    await reply
      .status(entry.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }

  private async audit(request: FastifyRequest, refused: Refusal, entry: RefusalEntry): Promise<void> {
    try {
      await this.recordRefusal(request, refused, entry.status);
    } catch (failure) {
      // A refusal discloses nothing, so it is still answered when the database that would record it is away.
      this.logger.error('a refusal could not be audited', { code: refused.code, ...errorFields(failure) });
    }
  }
}
