import { freeBeds, type BedPool } from './bed-pool.js';

/** Beds that nobody uses and that are promised to no other change, and whether so many may go. Source: REG-22. */
export function promiseBeds(
  pool: BedPool | undefined,
  count: number,
): { readonly outcome: 'CONFIRMED' | 'REFUSED'; readonly spare: number } {
  const spare = Math.max(0, pool === undefined ? 0 : freeBeds(pool));
  return { outcome: count <= spare ? 'CONFIRMED' : 'REFUSED', spare };
}
