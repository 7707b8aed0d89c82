import { refusal } from '@yiyang/decisions';
import type { BedKind, CivilDate } from '@yiyang/standards';

/** Beds of one kind. */
export interface BedCounts {
  readonly approved: number;
  readonly operating: number;
  /** Operating beds that are out of use. */
  readonly blocked: number;
  /** Operating beds kept for the extremely poor (特困兜底). */
  readonly reserved: number;
}

/** What holds from a day until the next one. */
export interface BedDay extends BedCounts {
  readonly effectiveOn: CivilDate;
}

/** By how much a change moves the counts of one kind. */
export interface BedLine extends BedCounts {
  readonly kind: BedKind;
}

export const NO_BEDS: BedCounts = { approved: 0, operating: 0, blocked: 0, reserved: 0 };

/** The counts of a day; `days` in their order. */
export function countsOn(days: readonly BedDay[], on: CivilDate): BedCounts {
  const { approved, operating, blocked, reserved } = days.findLast(({ effectiveOn }) => effectiveOn <= on) ?? NO_BEDS;
  return { approved, operating, blocked, reserved };
}

/** The days from `on` on as they are after a change of that day, which moves every later day too. */
export function moveFrom(days: readonly BedDay[], on: CivilDate, by: BedCounts): BedDay[] {
  const first = { ...countsOn(days, on), effectiveOn: on };
  const later = days.filter(({ effectiveOn }) => effectiveOn > on);
  return [first, ...later].map((day) => ({ ...plus(day, by), effectiveOn: day.effectiveOn }));
}

export function plus(counts: BedCounts, by: BedCounts): BedCounts {
  return {
    approved: counts.approved + by.approved,
    operating: counts.operating + by.operating,
    blocked: counts.blocked + by.blocked,
    reserved: counts.reserved + by.reserved,
  };
}

export function minus(counts: BedCounts): BedCounts {
  const { approved, operating, blocked, reserved } = counts;
  return { approved: -approved, operating: -operating, blocked: -blocked, reserved: -reserved };
}

/** Beds that can be given out no longer after the change; 0 where there are as many or more. */
export function bedsLost(by: BedCounts): number {
  return Math.max(0, by.blocked - by.operating);
}

/** On every day: blocked beds are operating ones, operating ones approved, reserved ones operating. Source: REG-21, REG-23. */
export function assertAddUp(kind: BedKind, days: readonly BedDay[]): void {
  for (const { approved, operating, blocked, reserved, effectiveOn } of days)
    if (blocked < 0 || reserved < 0 || blocked > operating || reserved > operating || operating > approved)
      throw refusal('BED_COUNTS_DO_NOT_ADD_UP', {
        rule: 'REG-21',
        clause: '003篇二(一); 002 三.1',
        inputs: { bedKind: kind, effectiveOn, approved, operating, blocked, reserved },
      });
}
