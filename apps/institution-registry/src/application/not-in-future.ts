import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';

/** What is recorded has happened: its day is today at the latest. */
export function notInFuture(field: string, date: CivilDate, today: CivilDate): CivilDate {
  if (date > today) throw refusal('DATE_IN_FUTURE', { fields: [{ path: field, rule: `at most ${today}` }] });
  return date;
}
