import { refusal } from '@yiyang/decisions';
import type { BedKind, CivilDate } from '@yiyang/standards';
import { bedsLost, type BedLine } from './bed-days.js';

export type BedChangeStatus = 'REQUESTED' | 'CONFIRMED' | 'EFFECTIVE' | 'REFUSED' | 'WITHDRAWN';
export type BedChangeStep = 'confirm' | 'refuse' | 'takeEffect' | 'withdraw';

/**
 * What may happen to a change. One that takes beds away is first asked of referral, which owns their use; what it has
 * confirmed is given out to nobody any more until the change takes effect. Source: REG-22; architecture §4.
 */
export const STEPS = {
  REQUESTED: ['confirm', 'refuse'],
  CONFIRMED: ['takeEffect', 'withdraw'],
  EFFECTIVE: [],
  REFUSED: [],
  WITHDRAWN: [],
} as const satisfies Record<BedChangeStatus, readonly BedChangeStep[]>;

const AFTER = {
  confirm: 'CONFIRMED',
  refuse: 'REFUSED',
  takeEffect: 'EFFECTIVE',
  withdraw: 'WITHDRAWN',
} as const satisfies Record<BedChangeStep, BedChangeStatus>;

/** The status after a step; refuses what the table does not name. */
export function afterStep(status: BedChangeStatus, step: BedChangeStep): BedChangeStatus {
  if ((STEPS[status] as readonly BedChangeStep[]).includes(step)) return AFTER[step];
  throw refusal('BED_CHANGE_STATE', { rule: 'REG-22', inputs: { status, step } });
}

/** While a change that takes beds away waits for referral, nothing else moves its kind. Source: REG-22. */
export function assertNotAsked(bedKind: BedKind, isAsked: boolean): void {
  if (isAsked) throw refusal('BED_CHANGE_PENDING', { rule: 'REG-22', inputs: { bedKind } });
}

/** The kind of which a change takes beds away, and how many; undefined where it takes none. */
export function reductionOf(lines: readonly BedLine[]): { bedKind: BedKind; count: number } | undefined {
  const falling = lines.find((line) => bedsLost(line) > 0);
  return falling && { bedKind: falling.kind, count: bedsLost(falling) };
}

/** The day from which a change holds that was confirmed today: never one that has passed. */
export function holdsFrom(effectiveOn: CivilDate, today: CivilDate): CivilDate {
  return effectiveOn > today ? effectiveOn : today;
}
