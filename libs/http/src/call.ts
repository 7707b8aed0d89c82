import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '@yiyang/decisions';
import { callerOf, type Caller } from '@yiyang/access';

/** A command as it arrived: who calls, which call it is, and which version the caller has seen. */
export interface Call {
  readonly caller: Caller;
  /** Method and route pattern. */
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
  /** Version from `If-Match`; present exactly on changes of an existing object. */
  readonly version?: number;
}

const KEY = /^[\x21-\x7e]{1,128}$/;

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key))
    throw refusal('IDEMPOTENCY_KEY_MISSING', {
      fields: [{ path: 'Idempotency-Key', rule: '1 to 128 printable ASCII characters' }],
    });
  return key;
}

function ifMatch(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined)
    throw refusal('VERSION_MISSING', { fields: [{ path: 'If-Match', rule: 'the ETag last seen' }] });
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw refusal('VERSION_CHANGED', { fields: [{ path: 'If-Match', rule: 'a strong ETag of this platform' }] });
  return Number(version);
}

const routeOf = (request: FastifyRequest) => `${request.method} ${request.routeOptions.url ?? ''}`;

// The same key on another object or with another body is another call, so the path belongs to the hash.
function bodyHash(request: FastifyRequest): string {
  const version = request.headers['if-match'] ?? '';
  return createHash('sha256')
    .update(`${request.url}\n${version}\n`)
    .update(Buffer.isBuffer(request.body) ? request.body : JSON.stringify(request.body ?? null))
    .digest('base64url');
}

/** The call of a command that creates something. */
export const CreateCall = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    caller: callerOf(request),
    route: routeOf(request),
    key: idempotencyKey(request),
    bodyHash: bodyHash(request),
  };
});

/** The call of a command that changes something that exists. */
export const ChangeCall = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const call = {
    caller: callerOf(request),
    route: routeOf(request),
    key: idempotencyKey(request),
    bodyHash: bodyHash(request),
  };
  return { ...call, version: ifMatch(request) };
});
