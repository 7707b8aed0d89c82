import type { Designation } from './designation.js';
import {
  addDays,
  addMonthsClipped,
  addWorkingDays,
  startOfDayShanghai,
  type CivilDate,
  type WorkCalendar,
} from '@yiyang/standards';

/** Time limits that the region's policy sets; null where it sets none. */
export interface ClockLimits {
  /** P-11 `designation.evaluationMaxMonths`. */
  readonly evaluationMaxMonths: number | null;
  /** P-12 `designation.agreementMaxWorkingDays`. */
  readonly agreementMaxWorkingDays: number | null;
}

/** Both clocks start when the application is accepted. Sources: SET-03, SET-04; decision D4; standards §11. */
export function clocksFrom(
  acceptedOn: CivilDate,
  limits: ClockLimits,
  calendar: WorkCalendar,
): { evaluationDueOn: CivilDate | null; agreementDueOn: CivilDate | null } {
  const { evaluationMaxMonths, agreementMaxWorkingDays } = limits;
  return {
    evaluationDueOn: evaluationMaxMonths === null ? null : addMonthsClipped(acceptedOn, evaluationMaxMonths),
    agreementDueOn:
      agreementMaxWorkingDays === null ? null : addWorkingDays(acceptedOn, agreementMaxWorkingDays, calendar),
  };
}

/** The instant from which a step that was due on this day is late: the whole day still counts. */
export function lateFrom(dueOn: CivilDate): Date {
  return startOfDayShanghai(addDays(dueOn, 1));
}

/** The instant from which so many whole days are left. Source: SET-03. */
export function warnFrom(dueOn: CivilDate, daysBefore: number): Date {
  return startOfDayShanghai(addDays(dueOn, -daysBefore));
}

type Steps = Pick<
  Designation & { status: 'ACTIVE' },
  'evaluationDueOn' | 'agreementDueOn' | 'evaluatedOn' | 'openedOn'
>;

/** Clocks that have run out: a flag beside the status. The agreement clock stops only when the system is open, too. */
export function overdueClocks(designation: Designation, today: CivilDate): ('EVALUATION' | 'AGREEMENT')[] {
  const steps = designation as Partial<Steps>;
  const isLate = (dueOn: CivilDate | null | undefined, doneOn: CivilDate | undefined) =>
    dueOn !== null && dueOn !== undefined && (doneOn ?? today) > dueOn;
  return [
    ...(isLate(steps.evaluationDueOn, steps.evaluatedOn) ? (['EVALUATION'] as const) : []),
    ...(isLate(steps.agreementDueOn, steps.openedOn) ? (['AGREEMENT'] as const) : []),
  ];
}
