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

function datesOf(kind: 'off' | 'worked'): ReadonlySet<CivilDate> {
  const years: Record<string, { off: string; worked: string }> = table.years;
  return new Set(
    Object.entries(years).flatMap(([year, days]) => days[kind].split(' ').map((monthDay) => `${year}-${monthDay}`)),
  );
}
