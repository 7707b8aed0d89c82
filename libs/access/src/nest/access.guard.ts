import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import { AccessDecisions } from '../access-decisions.js';
import { CALLER_HEADER, verifyCaller } from '../caller-token.js';
import type { SystemClock } from '../system-clock.js';
import { ACTION_METADATA, PUBLIC_METADATA } from './declarations.js';
import { rememberAccess } from './request-access.js';

export interface AccessGuardOptions {
  /** Shared with the gateway. */
  readonly secret: string;
  readonly clock: SystemClock;
}

interface HttpRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Lets in what names its action and whose signed caller may do it; a route that names nothing is closed. Global in every
 * service, so that a use case which forgets to ask is still asked for.
 */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly options: AccessGuardOptions,
    private readonly decisions = new AccessDecisions(),
  ) {}

  canActivate(context: ExecutionContext): boolean {
    // Events have no caller; who may produce them is the broker's and the contract's business.
    if (context.getType() !== 'http') return true;
    const handler = context.getHandler();
    if (Reflect.getMetadata(PUBLIC_METADATA, handler) === true) return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const action = Reflect.getMetadata(ACTION_METADATA, handler) as string | undefined;
    if (action === undefined) throw refusal('NOT_ALLOWED', { inputs: { reason: 'ROUTE_NOT_DECLARED' } });
    rememberAccess(request, { action });
    const token = request.headers[CALLER_HEADER];
    const { secret, clock } = this.options;
    const caller = verifyCaller(typeof token === 'string' ? token : undefined, secret, clock.system());
    rememberAccess(request, { action, caller });
    rememberAccess(request, { action, caller, grant: this.decisions.require(caller, action) });
    return true;
  }
}
