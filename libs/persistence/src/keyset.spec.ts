import { decodeCursor, encodeCursor, pageOf } from './keyset.js';

describe('keyset paging', () => {
  it('gives back the sort key of a cursor', () => {
    expect(decodeCursor(encodeCursor(['2026-01-05', 7]), ['string', 'number'])).toEqual(['2026-01-05', 7]);
  });

  it.each([
    '',
    'x',
    '!!!',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
    encodeCursor(['a', 'b']),
  ])('refuses %s, which this list did not make', (cursor) => {
    expect(() => decodeCursor(cursor, ['string'])).toThrow(
      expect.objectContaining({ code: 'MALFORMED_CURSOR' }) as Error,
    );
  });

  const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `r${i}` }));

  it('has no next page when the rows just fill one', () => {
    expect(pageOf(rows(3), 3, (row) => [row.id])).toEqual({ items: rows(3), nextCursor: null });
  });

  it('points behind the last row of a full page when there is one more', () => {
    const page = pageOf(rows(4), 3, (row) => [row.id]);
    expect(page.items).toEqual(rows(3));
    expect(decodeCursor(page.nextCursor ?? '', ['string'])).toEqual(['r2']);
  });

  it('is empty without rows', () => {
    expect(pageOf(rows(0), 3, (row) => [row.id])).toEqual({ items: [], nextCursor: null });
  });
});
