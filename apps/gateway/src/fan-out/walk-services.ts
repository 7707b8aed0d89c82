import type { Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { decodeCursor, encodeCursor } from '@yiyang/persistence';
import { jsonOf, type FanOut } from './fan-out.js';

export interface ItemPage<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

export interface PlainPage {
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** Lists of several services as one: one service after the other, so that a cursor names one place. */
export async function walkServices<Item extends { readonly id: string }>(
  services: readonly string[],
  page: { readonly limit: number; readonly cursor?: string | undefined },
  pageOf: (service: string, page: PlainPage) => Promise<ItemPage<Item>>,
): Promise<ItemPage<Item & { service: string }>> {
  const [start, inner] = page.cursor ? decodeCursor(page.cursor, ['number', 'string']) : [0, ''];
  const items: (Item & { service: string })[] = [];
  // A service's first page has no cursor; in ours it stands as an empty text.
  let cursor = (inner as string) || undefined;
  for (let at = start as number; at < services.length; at++) {
    const service = services[at];
    if (service === undefined) throw refusal('MALFORMED_CURSOR');
    const found = await pageOf(service, { limit: page.limit - items.length, cursor });
    items.push(...found.items.map((item) => ({ ...item, service, id: `${service}:${item.id}` })));
    if (found.nextCursor !== null) return { items, nextCursor: encodeCursor([at, found.nextCursor]) };
    cursor = undefined;
    const isLast = at === services.length - 1;
    if (items.length === page.limit) return { items, nextCursor: isLast ? null : encodeCursor([at + 1, '']) };
  }
  return { items, nextCursor: null };
}

/** One service's page of such a list, as it answers it to this caller. */
export async function pageFrom<Item>(
  fanOut: FanOut,
  caller: Caller,
  of: { service: string; path: string; page: PlainPage; filters?: Readonly<Record<string, string>> },
): Promise<ItemPage<Item>> {
  const { service, path, page, filters } = of;
  const query = new URLSearchParams({
    ...filters,
    limit: String(page.limit),
    ...(page.cursor && { cursor: page.cursor }),
  });
  const answer = await fanOut.ask(service, caller, 'GET', `${path}?${query.toString()}`);
  if (answer.status === 400) throw refusal('MALFORMED_CURSOR');
  if (answer.status !== 200) throw refusal('UNAVAILABLE', { inputs: { service } });
  return jsonOf<ItemPage<Item>>(answer);
}
