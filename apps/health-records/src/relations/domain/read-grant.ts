import { addDays, civilDateInShanghai, startOfDayShanghai, type CivilDate } from '@yiyang/standards';

/** Until when a grant opens the record. */
export interface GrantEnd {
  /** Last day, inclusive. */
  readonly endsOn: CivilDate;
  /** The moment after it. */
  readonly endsAt: Date;
}

/**
 * A receiving institution may read until the day of completion plus the tail, that day included.
 * Source: REF-27 (003篇十五), parameter grantTailDays.
 */
export function grantEndAfter(completedAt: Date, tailDays: number): GrantEnd {
  const endsOn = addDays(civilDateInShanghai(completedAt), tailDays);
  return { endsOn, endsAt: startOfDayShanghai(addDays(endsOn, 1)) };
}
