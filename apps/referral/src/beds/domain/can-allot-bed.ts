import { refusal } from '@yiyang/decisions';
import { freeBeds, type BedPool } from './bed-pool.js';

interface Elder {
  readonly isExtremelyPoor: boolean;
}

/**
 * Free beds that may go to this elder. The beds reserved for the extremely poor (特困兜底) that none of them uses yet are for
 * them alone; they may have any other free bed too. Source: REG-23 (003篇四).
 */
export function bedsFor(pool: BedPool, { isExtremelyPoor }: Elder): number {
  const waiting = isExtremelyPoor ? 0 : Math.max(0, pool.reserved - pool.reservedUsed);
  return freeBeds(pool) - waiting;
}

export function canAllotBed(pool: BedPool, elder: Elder): boolean {
  return bedsFor(pool, elder) > 0;
}

/** The refusal of an elder for whom only reserved beds are left. */
export function bedsReserved({ bedKind, reserved, reservedUsed }: BedPool): Error {
  return refusal('BEDS_RESERVED', {
    rule: 'REG-23',
    clause: '003篇四',
    inputs: { bedKind, reserved, reservedUsed },
  });
}
