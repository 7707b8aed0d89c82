import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';

/** What is recorded has happened or begun: the day that `path` names is today at the latest. */
export function assertNotInFuture(path: string, day: CivilDate, today: CivilDate, rule?: string): void {
  if (day <= today) return;
  throw refusal('DATE_IN_FUTURE', { ...(rule && { rule }), fields: [{ path, rule: `at most ${today}` }] });
}
