import { addWorkingDays, NATIONAL_CALENDAR, type CivilDate } from '@yiyang/standards';
import type { ApplicationStatus } from './application.js';

export interface AnswerLimit {
  /** Working days for the answer, from acceptance. */
  readonly workingDays: number;
  /** Working days before the end at which the department is warned. */
  readonly nearWorkingDays: number;
}

export interface AnswerClock {
  /** Last day in time. */
  readonly dueOn: CivilDate;
  /** First day on which the end is near. */
  readonly nearOn: CivilDate;
}

/** The department answers within the set working days after acceptance. Source: REG-13. */
export function startAnswerClock(acceptedOn: CivilDate, limit: AnswerLimit): AnswerClock {
  const untilNear = Math.max(0, limit.workingDays - limit.nearWorkingDays);
  return {
    dueOn: addWorkingDays(acceptedOn, limit.workingDays, NATIONAL_CALENDAR),
    nearOn: addWorkingDays(acceptedOn, untilNear, NATIONAL_CALENDAR),
  };
}

export type ClockState = 'RUNNING' | 'NEAR' | 'OVERDUE' | 'MET' | 'MISSED' | 'STOPPED';

/** Overdue is a flag beside the status: it stands from the day after the last day in time. Source: REG-13; 8.2. */
export function answerClockState(
  clock: AnswerClock,
  application: { readonly status: ApplicationStatus; readonly decidedOn: CivilDate | null },
  today: CivilDate,
): ClockState {
  if (application.status === 'WITHDRAWN') return 'STOPPED';
  if (application.status !== 'ACCEPTED') return (application.decidedOn ?? today) <= clock.dueOn ? 'MET' : 'MISSED';
  if (today > clock.dueOn) return 'OVERDUE';
  return today >= clock.nearOn ? 'NEAR' : 'RUNNING';
}
