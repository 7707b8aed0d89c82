import { CALLER_HEADER, signCaller, type Caller } from '@yiyang/access';
import { currentContext } from '@yiyang/observability';
import { SERVICE_NAMES, type ServiceName } from '../proxy/path-owners.js';
import type { UpstreamAnswer } from '../proxy/upstream-call.js';
import type { Upstreams } from '../proxy/upstreams.js';

/** What one service answered; nothing when no replica of it did. */
export interface ServiceAnswer {
  readonly service: ServiceName;
  readonly answer?: UpstreamAnswer;
}

/** Asks services on a caller's behalf, for answers that are made of several. */
export class FanOut {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly secret: string,
  ) {}

  /** All services at once. */
  askAll(caller: Caller, path: string): Promise<ServiceAnswer[]> {
    return Promise.all(
      SERVICE_NAMES.map(async (service) => {
        try {
          return { service, answer: await this.ask(service, caller, 'GET', path) };
        } catch {
          // The refusal of a service without a replica; what that means is for the merging answer to say.
          return { service };
        }
      }),
    );
  }

  ask(
    service: string,
    caller: Caller,
    method: string,
    path: string,
    more: Record<string, string> = {},
  ): Promise<UpstreamAnswer> {
    const headers = {
      ...more,
      [CALLER_HEADER]: signCaller(caller, this.secret, { now: new Date() }),
      'x-request-id': caller.requestId,
      'x-correlation-id': currentContext()?.correlationId ?? caller.requestId,
    };
    return this.upstreams.of(service).call({ method, path, headers });
  }
}

/** The JSON of an answer. */
export function jsonOf<T>(answer: UpstreamAnswer): T {
  return JSON.parse(answer.body.toString()) as T;
}
