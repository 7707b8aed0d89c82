import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Answer } from './answer.js';

/** Sends an `Answer` as it is stored: status, headers and body text. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((value: unknown) => (value instanceof Answer ? this.send(context, value) : value)));
  }

  private send(context: ExecutionContext, answer: Answer): string {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.status(answer.status).header('content-type', 'application/json; charset=utf-8');
    if (answer.etag) reply.header('etag', answer.etag);
    if (answer.location) reply.header('location', answer.location);
    return answer.body;
  }
}
