import type { Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Call, PageQuery } from '@yiyang/http';
import { SERVICE_NAMES } from '../proxy/path-owners.js';
import type { UpstreamAnswer } from '../proxy/upstream-call.js';
import type { DeadLetterPage, DeadLetterView } from './dead-letter.view.js';
import type { FanOut } from './fan-out.js';
import type { OwnDeadLetters } from './own-dead-letters.js';
import { pageFrom, walkServices } from './walk-services.js';

/** Every holder of dead letters, in the order in which a list walks them. */
const HOLDERS = [...SERVICE_NAMES, 'gateway'] as const;

type Item = Omit<DeadLetterView, 'service'>;
/** Dead letters of all services as one list. */
export class DeadLetters {
  constructor(
    private readonly fanOut: FanOut,
    private readonly own: OwnDeadLetters,
  ) {}

  list(caller: Caller, page: PageQuery): Promise<DeadLetterPage> {
    return walkServices<Item>(HOLDERS, page, (service, inner) =>
      service === 'gateway'
        ? this.own.list(inner)
        : pageFrom<Item>(this.fanOut, caller, { service, path: '/v1/dead-letters', page: inner }),
    );
  }

  /** The owner's answer, whatever it is. */
  redrive(call: Call, service: string, letterId: string): Promise<UpstreamAnswer> {
    if (service === 'gateway') return this.own.redrive(call, letterId);
    if (!(HOLDERS as readonly string[]).includes(service)) throw refusal('NOT_FOUND');
    const headers = { 'idempotency-key': call.key };
    return this.fanOut.ask(service, call.caller, 'POST', `/v1/dead-letters/${letterId}/redrive`, headers);
  }
}
