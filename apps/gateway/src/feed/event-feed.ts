import { Injectable } from '@nestjs/common';
import { Audit, POLICY_VERSION, type Caller } from '@yiyang/access';
import type { Envelope } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Disclosures } from '@yiyang/http';
import { decodeCursor, encodeCursor } from '@yiyang/persistence';
import { regionPrefix } from '@yiyang/standards';
import { isAudience, type Audience } from './audience.js';
import { OutwardLogRepository, type OutwardRow } from './outward-log.repository.js';
import { redactFor } from './redact-for.js';

/** Events of a feed, each as its JSON text with the cursor behind it, and the cursor behind all that was looked at. */
export interface FeedPage {
  readonly items: readonly { readonly cursor: string; readonly envelope: string }[];
  readonly nextCursor: string;
}

/** What an outsider gets of the outward log: the list of its audience and division. */
@Injectable()
export class EventFeed {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly audit: Audit,
    private readonly log: OutwardLogRepository,
  ) {}

  /** Up to `limit` events behind the cursor, or from the beginning. Every page is an access and is recorded as one. */
  read(caller: Caller, after: string | undefined, limit: number): Promise<FeedPage> {
    const audience = audienceOf(caller);
    const position = positionIn(after, audience);
    return this.disclosures.run(caller, async (tx) => {
      const rows = await this.log.page(tx, audience, regionPrefix(caller.region), position, limit);
      this.audit.record(tx, caller, { action: 'event.read', resource: 'event', outcome: 'ALLOWED' });
      const items = rows.flatMap((row) => {
        const envelope = textFor(audience, row);
        return envelope === undefined ? [] : { cursor: cursorOf(audience, row.position), envelope };
      });
      return { items, nextCursor: cursorOf(audience, rows.at(-1)?.position ?? BigInt(position)) };
    });
  }

  /** Whether there is anything behind the cursor; discloses nothing. */
  hasMore(caller: Caller, after: string): Promise<boolean> {
    const audience = audienceOf(caller);
    return this.log.hasMore(audience, regionPrefix(caller.region), positionIn(after, audience));
  }
}

/** The list of events that the caller follows; a cursor is good for one of them. */
export function audienceOf(caller: Caller): Audience {
  if (!isAudience(caller.role)) throw refusal('NOT_ALLOWED');
  return caller.role;
}

function positionIn(cursor: string | undefined, audience: Audience): number {
  if (cursor === undefined || cursor === '') return 0;
  const [made, position] = decodeCursor(cursor, ['string', 'number']);
  if (made !== audience || !Number.isSafeInteger(position) || (position as number) < 0)
    throw refusal('MALFORMED_CURSOR', { fields: [{ path: 'after', rule: 'opaque cursor of an earlier answer' }] });
  return position as number;
}

const cursorOf = (audience: Audience, position: bigint): string => encodeCursor([audience, Number(position)]);

/** Written under another policy, an event is redacted once more: nobody gets by replay what may not be read any longer. */
function textFor(audience: Audience, row: OutwardRow): string | undefined {
  if (row.policyVersion === POLICY_VERSION) return row.envelope;
  const redacted = redactFor(audience, JSON.parse(row.envelope) as Envelope);
  return redacted && JSON.stringify(redacted);
}
