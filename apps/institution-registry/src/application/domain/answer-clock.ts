import { addWorkingDays, dueAfterPause, NATIONAL_CALENDAR, type CivilDate } from '@yiyang/standards';
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

/**
 * The clock stands still while the applicant gives what is missing, and gets back the working days for which it stood; one
 * that was overdue before stays so. Source: REG-13; standards §11.
 */
export function resumeAnswerClock(
  clock: AnswerClock,
  pause: { readonly from: CivilDate; readonly to: CivilDate },
): AnswerClock {
  if (clock.dueOn < pause.from) return clock;
  return {
    dueOn: dueAfterPause(clock.dueOn, pause, NATIONAL_CALENDAR),
    nearOn: dueAfterPause(clock.nearOn, pause, NATIONAL_CALENDAR),
  };
}

export type ClockState = 'RUNNING' | 'PAUSED' | 'NEAR' | 'OVERDUE' | 'MET' | 'MISSED' | 'STOPPED';

/** Overdue is a flag beside the status: it stands from the day after the last day in time. Source: REG-13; 8.2. */
export function answerClockState(
  clock: AnswerClock,
  application: {
    readonly status: ApplicationStatus;
    readonly decidedOn: CivilDate | null;
    /** Day on which the applicant was told what is missing. */
    readonly askedOn: CivilDate | null;
  },
  today: CivilDate,
): ClockState {
  if (application.status === 'WITHDRAWN') return 'STOPPED';
  const isPaused = application.status === 'SUPPLEMENT';
  if (application.status !== 'ACCEPTED' && !isPaused)
    return (application.decidedOn ?? today) <= clock.dueOn ? 'MET' : 'MISSED';
  if (((isPaused && application.askedOn) || today) > clock.dueOn) return 'OVERDUE';
  if (isPaused) return 'PAUSED';
  return today >= clock.nearOn ? 'NEAR' : 'RUNNING';
}
