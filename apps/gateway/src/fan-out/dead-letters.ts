import type { Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Call, PageQuery } from '@yiyang/http';
import { decodeCursor, encodeCursor } from '@yiyang/persistence';
import { SERVICE_NAMES } from '../proxy/path-owners.js';
import type { UpstreamAnswer } from '../proxy/upstream-call.js';
import type { DeadLetterPage, DeadLetterView } from './dead-letter.view.js';
import { jsonOf, type FanOut } from './fan-out.js';
import type { OwnDeadLetters } from './own-dead-letters.js';

/** Every holder of dead letters, in the order in which a list walks them. */
const HOLDERS = [...SERVICE_NAMES, 'gateway'] as const;

type Item = Omit<DeadLetterView, 'service'>;
interface ItemPage {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Dead letters of all services as one list: one service after the other, so that a cursor names one place. */
export class DeadLetters {
  constructor(
    private readonly fanOut: FanOut,
    private readonly own: OwnDeadLetters,
  ) {}

  async list(caller: Caller, page: PageQuery): Promise<DeadLetterPage> {
    const [start, inner] = page.cursor ? decodeCursor(page.cursor, ['number', 'string']) : [0, ''];
    const items: DeadLetterView[] = [];
    let cursor = inner as string;
    for (let at = start as number; at < HOLDERS.length; at++) {
      const service = HOLDERS[at] as string;
      const found = await this.pageOf(service, caller, { limit: page.limit - items.length, cursor });
      items.push(...found.items.map((item) => ({ ...item, service, id: `${service}:${item.id}` })));
      if (found.nextCursor !== null) return { items, nextCursor: encodeCursor([at, found.nextCursor]) };
      cursor = '';
      const isLast = at === HOLDERS.length - 1;
      if (items.length === page.limit) return { items, nextCursor: isLast ? null : encodeCursor([at + 1, '']) };
    }
    return { items, nextCursor: null };
  }

  /** The owner's answer, whatever it is. */
  redrive(call: Call, service: string, letterId: string): Promise<UpstreamAnswer> {
    if (service === 'gateway') return this.own.redrive(call, letterId);
    if (!(HOLDERS as readonly string[]).includes(service)) throw refusal('NOT_FOUND');
    const headers = { 'idempotency-key': call.key };
    return this.fanOut.ask(service, call.caller, 'POST', `/v1/dead-letters/${letterId}/redrive`, headers);
  }

  private async pageOf(service: string, caller: Caller, page: { limit: number; cursor: string }): Promise<ItemPage> {
    if (service === 'gateway') return this.own.list(page);
    const query = new URLSearchParams({ limit: String(page.limit), ...(page.cursor && { cursor: page.cursor }) });
    const answer = await this.fanOut.ask(service, caller, 'GET', `/v1/dead-letters?${query.toString()}`);
    if (answer.status === 400) throw refusal('MALFORMED_CURSOR');
    if (answer.status !== 200) throw refusal('UNAVAILABLE', { inputs: { service } });
    return jsonOf<ItemPage>(answer);
  }
}
