import { refusal } from '@yiyang/decisions';
import type { BedKind, CivilDate } from '@yiyang/standards';
import { countsOn, type BedCounts, type BedDay, type BedLine } from './bed-days.js';

/** Far enough for every plan, near enough to be no slip of the pen. */
const MOST_YEARS_AHEAD = 5;

/** The change that gives the kind these counts from a day on; what is left out stays. Source: REG-21. */
export function setCounts(
  kind: BedKind,
  days: readonly BedDay[],
  to: { readonly effectiveOn: CivilDate } & Partial<BedCounts>,
): BedLine[] {
  const { approved, operating, blocked, reserved } = countsOn(days, to.effectiveOn);
  const line = {
    kind,
    approved: (to.approved ?? approved) - approved,
    operating: (to.operating ?? operating) - operating,
    blocked: (to.blocked ?? blocked) - blocked,
    reserved: (to.reserved ?? reserved) - reserved,
  };
  return [line];
}

/** A change begins today or on a day to come that can be foreseen. */
export function assertForeseeable(effectiveOn: CivilDate, today: CivilDate): void {
  const last = `${Number(today.slice(0, 4)) + MOST_YEARS_AHEAD}-12-31`;
  if (effectiveOn < today || effectiveOn > last)
    throw refusal('BED_CHANGE_DAY', { fields: [{ path: 'effectiveOn', rule: `from ${today} to ${last}` }] });
}

/** Only beds that nobody uses may go; the figures are a copy, so referral says the last word. Source: REG-22. */
export function assertSpare(
  reduction: { readonly bedKind: BedKind; readonly count: number },
  use: { readonly free: number; readonly asOf: Date | null },
): void {
  const { bedKind, count } = reduction;
  if (count > use.free)
    throw refusal('BEDS_IN_USE', {
      rule: 'REG-22',
      clause: '000 三(八)',
      inputs: { bedKind, asked: count, spare: Math.max(0, use.free), asOf: use.asOf?.toISOString() ?? null },
    });
}
