import type { CivilDate } from './civil-date.js';
import { addDays, isoWeekday } from './civil-date.js';
import table from './data/holidays.json';

/** Exceptions to Monday-Friday: days off and, mostly at weekends, days worked to make up for them. */
export interface WorkCalendar {
  readonly source: string;
  /** Years the calendar speaks about. In any other year only Monday-Friday counts. */
  readonly years: readonly number[];
  readonly off: ReadonlySet<CivilDate>;
  readonly worked: ReadonlySet<CivilDate>;
}

/** Monday-Friday and nothing else. */
export const WEEKDAYS_ONLY: WorkCalendar = { source: 'Monday-Friday', years: [], off: new Set(), worked: new Set() };

/** The State Council's holiday notices, one per year. The next year is unknown until its notice (usually November). */
export const NATIONAL_CALENDAR: WorkCalendar = {
  source: table.source,
  years: Object.keys(table.years).map(Number),
  off: datesOf('off'),
  worked: datesOf('worked'),
};

/** Is the date worked? A day named by the calendar overrides its weekday. */
export function isWorkingDay(date: CivilDate, calendar: WorkCalendar): boolean {
  if (calendar.worked.has(date)) return true;
  return isoWeekday(date) <= 5 && !calendar.off.has(date);
}

/**
 * The n-th working day after the date; the date itself never counts, and 0 returns it unchanged. `days` is an integer >= 0,
 * anything else is a RangeError. Sources: P-12, SET-04; standards §11.
 */
export function addWorkingDays(date: CivilDate, days: number, calendar: WorkCalendar): CivilDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days are a whole number from 0');
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; 0 when `to` does not lie after it. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): number {
  let days = 0;
  for (let at = from; at < to;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar)) days += 1;
  }
  return days;
}

/**
 * The new due day of a clock of working days that stood still from one day to another: it gets back the working days for
 * which it stood. A clock of calendar days moves by the days between. Source: standards §11.
 */
export function dueAfterPause(
  dueOn: CivilDate,
  pause: { readonly from: CivilDate; readonly to: CivilDate },
  calendar: WorkCalendar,
): CivilDate {
  return addWorkingDays(dueOn, workingDaysBetween(pause.from, pause.to, calendar), calendar);
}

function datesOf(kind: 'off' | 'worked'): ReadonlySet<CivilDate> {
  const years: Record<string, { off: string; worked: string }> = table.years;
  return new Set(
    Object.entries(years).flatMap(([year, days]) => days[kind].split(' ').map((monthDay) => `${year}-${monthDay}`)),
  );
}
