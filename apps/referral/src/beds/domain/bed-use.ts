import { BED_KINDS, type BedKind, type InstitutionSide } from '@yiyang/standards';
import type { Regions } from '../../elders/domain/elder.js';

export type Use = 'HELD' | 'OCCUPIED' | 'KEPT' | 'RELEASED';

/** One person's use of one bed, from the first hold to the release. */
export interface BedUse extends Regions {
  readonly id: string;
  readonly version: number;
  readonly institutionId: string;
  readonly bedKind: BedKind;
  /** Number of the bed within its kind, from 1. */
  readonly slot: number;
  readonly elderId: string;
  readonly referralId: string | null;
  readonly use: Use;
  /** Of an extremely poor person, for whom beds are reserved. */
  readonly isReserved: boolean;
  /** When the present use began. */
  readonly useSince: Date;
}

/** From which use a bed may go to which; a released bed is a new use. Sources: REF-05, REF-06, REF-07. */
export const USE_AFTER = {
  HELD: ['OCCUPIED', 'RELEASED'],
  OCCUPIED: ['KEPT', 'RELEASED'],
  KEPT: ['OCCUPIED', 'RELEASED'],
  RELEASED: [],
} as const satisfies Record<Use, readonly Use[]>;

/** The bed after the change. Throws on a change that no rule makes: a mistake of ours, not of a caller. */
export function changeUse(bedUse: BedUse, use: Use, at: Date): BedUse {
  const possible: readonly Use[] = USE_AFTER[bedUse.use];
  if (!possible.includes(use)) throw new Error(`a bed does not go from ${bedUse.use} to ${use}`);
  return { ...bedUse, use, useSince: at };
}

/** Whether the kind of bed belongs to medical or to care service. */
export function sideOfBed(bedKind: BedKind): InstitutionSide {
  const term = BED_KINDS.find(({ code }) => code === bedKind);
  if (!term) throw new RangeError('no such kind of bed');
  return term.side;
}

/** Kind of bed meant where none is named. */
export const USUAL_BED = { MEDICAL: 'MEDICAL', CARE: 'CARE' } as const satisfies Record<InstitutionSide, BedKind>;
