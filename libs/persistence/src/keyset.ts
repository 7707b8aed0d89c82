import { refusal } from '@yiyang/decisions';

/** One page of a list: the rows and where the next page begins, or null at the end. */
export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
}

/** An opaque cursor over the sort key of the last row of a page. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor; refuses what this platform did not make. `kinds` gives the expected type of each part. */
export function decodeCursor(cursor: string, kinds: readonly ('string' | 'number')[]): (string | number)[] {
  const fault = () =>
    refusal('MALFORMED_CURSOR', { fields: [{ path: 'cursor', rule: 'opaque cursor of a previous page' }] });
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw fault();
  }
  if (!Array.isArray(key) || key.length !== kinds.length || key.some((part, i) => typeof part !== kinds[i]))
    throw fault();
  return key as (string | number)[];
}

/** Cuts `limit + 1` rows to a page; `keyOf` gives the sort key of a row. */
export function pageOf<Row>(rows: Row[], limit: number, keyOf: (row: Row) => readonly (string | number)[]): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

/** The id in the cursor of a list that is in the order of its ids; undefined on the first page. */
export function cursorId(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : (decodeCursor(cursor, ['string'])[0] as string);
}

/** As `pageOf`, of a list in the order of its ids. */
export function pageById<Row extends { readonly id: string }>(rows: Row[], limit: number): Page<Row> {
  return pageOf(rows, limit, (row) => [row.id]);
}
