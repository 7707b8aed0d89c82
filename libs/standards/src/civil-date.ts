/** A calendar date 'YYYY-MM-DD' in Asia/Shanghai, years 0001-9999. Dates compare correctly as strings. */
export type CivilDate = string;

export interface Quarter {
  year: number;
  quarter: 1 | 2 | 3 | 4;
  firstDay: CivilDate;
  lastDay: CivilDate;
}

const DAY_MS = 86_400_000;
// Shanghai has kept UTC+8 without summer time since 1991, so instants of this system need no time zone table.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The date if it is written YYYY-MM-DD and exists in the calendar; undefined otherwise. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text;
}

/** The date of the calendar. Throws RangeError when there is no such day. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new RangeError('not a calendar date YYYY-MM-DD');
  return date;
}

/** Adds whole months; a day that the target month lacks becomes its last day. Source: standards §7 R7-1, §11. */
export function addMonthsClipped(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(monthIndex / 12), (((monthIndex % 12) + 12) % 12) + 1];
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Adds calendar days; `days` may be negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Nights between two dates: 0 for the same day, negative when `to` lies before `from`. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** Negative, 0 or positive as `a` lies before, on or after `b`. */
export function compareCivilDates(a: CivilDate, b: CivilDate): number {
  return epochDay(a) - epochDay(b);
}

/** Both ends are inclusive; an end that is null is open. */
export function isWithin(on: CivilDate, from: CivilDate, to: CivilDate | null): boolean {
  return from <= on && (to === null || on <= to);
}

/** 1 = Monday ... 7 = Sunday. */
export function isoWeekday(date: CivilDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** The natural quarter the date lies in. */
export function quarterOf(date: CivilDate): Quarter {
  const { year, month } = partsOf(date);
  const quarter = Math.ceil(month / 3) as Quarter['quarter'];
  const lastMonth = quarter * 3;
  return {
    year,
    quarter,
    firstDay: format(year, lastMonth - 2, 1),
    lastDay: format(year, lastMonth, daysInMonth(year, lastMonth)),
  };
}

/** The calendar date in Shanghai at this instant. */
export function civilDateInShanghai(instant: Date): CivilDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which this date begins in Shanghai. */
export function startOfDayShanghai(date: CivilDate): Date {
  return new Date(epochDay(date) * DAY_MS - SHANGHAI_OFFSET_MS);
}

function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  civilDate(date);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function epochDay(date: CivilDate): number {
  civilDate(date);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromEpochDay(day: number): CivilDate {
  return civilDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function format(year: number, month: number, day: number): CivilDate {
  return civilDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}
