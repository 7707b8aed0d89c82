import { refusal } from '@yiyang/decisions';
import { addDays, type CivilDate } from '@yiyang/standards';

export type VisitState = 'PLANNED' | 'DONE' | 'DONE_LATE' | 'MISSED';

export interface Visit {
  readonly latestOn: CivilDate;
  readonly doneOn: CivilDate | null;
}

/** Whether a visit is to come, was done in time or late, or was missed, on a day. Source: CON-23, 003篇十五. */
export function visitState({ latestOn, doneOn }: Visit, on: CivilDate): VisitState {
  if (doneOn !== null) return doneOn <= latestOn ? 'DONE' : 'DONE_LATE';
  return on <= latestOn ? 'PLANNED' : 'MISSED';
}

/** Nobody plans further ahead; a mistyped year is found this way. */
const MOST_DAYS_AHEAD = 731;

/** The days of a plan lie between today and two years ahead. */
export function assertPlannable(dueOn: readonly CivilDate[], today: CivilDate): void {
  const last = addDays(today, MOST_DAYS_AHEAD);
  const at = dueOn.findIndex((day) => day < today || day > last);
  if (at >= 0)
    throw refusal('VISIT_DATE', {
      rule: 'CON-23',
      fields: [{ path: `dueOn[${at}]`, rule: `between ${today} and ${last}` }],
    });
}

/** A visit is recorded once, when it has been made. */
export function recordVisit<V extends Visit>(visit: V, doneOn: CivilDate, today: CivilDate): V {
  if (visit.doneOn !== null) throw refusal('VISIT_STATE', { rule: 'CON-23', inputs: { doneOn: visit.doneOn } });
  if (doneOn > today) throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'doneOn', rule: `at most ${today}` }] });
  return { ...visit, doneOn };
}
