import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';

/** Refuses to record as done what lies ahead; today is allowed. */
export function assertNotInFuture(path: string, on: CivilDate, today: CivilDate): void {
  if (on > today)
    throw refusal('DATE_IN_FUTURE', { fields: [{ path, rule: 'today or earlier' }], inputs: { on, today } });
}

/** Refuses a day before another one; the same day is allowed. */
export function assertNotBefore(path: string, on: CivilDate, earliest: CivilDate): void {
  if (on < earliest)
    throw refusal('DATE_TOO_EARLY', {
      fields: [{ path, rule: 'not before the step it follows' }],
      inputs: { on, earliest },
    });
}
