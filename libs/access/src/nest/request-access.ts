import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Caller } from '../caller.js';
import type { Grant } from '../decide.js';

/** What the guard found out about a request. */
export interface RequestAccess {
  readonly action?: string;
  readonly caller?: Caller;
  readonly grant?: Grant;
}

// Beside the request, so that nothing a client sends can ever look like it.
const known = new WeakMap<object, RequestAccess>();

/** Keeps what is known so far about a request. */
export function rememberAccess(request: object, access: RequestAccess): void {
  known.set(request, access);
}

/** What is known about a request; empty for one that the guard never saw. For the filter that audits refusals. */
export function accessOf(request: object): RequestAccess {
  return known.get(request) ?? {};
}

/** The caller of a request that passed the guard. */
export function callerOf(request: object): Caller {
  const { caller } = accessOf(request);
  if (!caller) throw refusal('NOT_AUTHENTICATED', { inputs: { reason: 'MISSING' } });
  return caller;
}

/** The grant of a request that passed the guard: the same as asking `AccessDecisions` for the route's action. */
export function grantOf(request: object): Grant {
  const { grant } = accessOf(request);
  if (!grant) throw refusal('NOT_AUTHENTICATED', { inputs: { reason: 'MISSING' } });
  return grant;
}

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<object>();

/** The caller, as a handler's parameter. */
export const CallerParam = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(requestOf(context)),
);

/** The grant for the route's action, as a handler's parameter. */
export const GrantParam = createParamDecorator((_: unknown, context: ExecutionContext): Grant =>
  grantOf(requestOf(context)),
);
