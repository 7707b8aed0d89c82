import { refusal } from '@yiyang/decisions';
import type { BedKind } from '@yiyang/standards';

/** Beds of one kind of one institution at one moment. */
export interface BedPool {
  readonly institutionId: string;
  readonly bedKind: BedKind;
  /** Inventory, from the registry; beds promised to it for a reduction are blocked. */
  readonly operating: number;
  readonly blocked: number;
  /** Uses, from here. */
  readonly held: number;
  readonly occupied: number;
  readonly kept: number;
  /** Operating beds kept for the extremely poor, and uses by them. */
  readonly reserved: number;
  readonly reservedUsed: number;
  /** Lowest number of a bed that nobody uses; null when all are in use. */
  readonly freeSlot: number | null;
}

/** A free bed elsewhere: numbers only, never who lies where. */
export interface BedAlternative {
  readonly institutionId: string;
  readonly bedKind: BedKind;
  readonly free: number;
}

/** free = operating − blocked − held − occupied − kept; never below 0, since the registry asks before it takes beds away. Source: architecture §4. */
export function freeBeds(pool: BedPool): number {
  return pool.operating - pool.blocked - pool.held - pool.occupied - pool.kept;
}

/** The number of a bed that can be taken now, or undefined. */
export function findFreeSlot(pool: BedPool | undefined): number | undefined {
  if (pool === undefined || pool.freeSlot === null || freeBeds(pool) <= 0) return undefined;
  return pool.freeSlot;
}

/** The refusal of a request for a bed where none is free, with what is free elsewhere. Source: REF-05 (003篇十五). */
export function noFreeBed(bedKind: BedKind, alternatives: readonly BedAlternative[]): Error {
  return refusal('NO_FREE_BED', {
    rule: 'REF-05',
    clause: '003篇十五',
    inputs: { bedKind, free: 0 },
    alternatives: alternatives.map(({ institutionId, free }) => ({ institutionId, bedKind, free })),
  });
}
