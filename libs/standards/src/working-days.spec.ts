import { addDays, addMonthsClipped, daysBetween, parseCivilDate } from './civil-date.js';
import {
  addWorkingDays,
  dueAfterPause,
  isWorkingDay,
  NATIONAL_CALENDAR,
  WEEKDAYS_ONLY,
  workingDaysBetween,
} from './working-days.js';

// [from, working days, Monday-Friday only, national calendar]: standards §11 and SET-04.
const DUE: [string, number, string, string][] = [
  ['2024-03-01', 30, '2024-04-12', '2024-04-15'],
  ['2024-07-01', 30, '2024-08-12', '2024-08-12'],
  ['2024-04-22', 30, '2024-06-03', '2024-06-04'],
];

describe('working days', () => {
  it.each(DUE)('SET-04 %s plus %i is %s by weekdays, %s by the national calendar', (from, days, plain, national) => {
    expect(addWorkingDays(from, days, WEEKDAYS_ONLY)).toBe(plain);
    expect(addWorkingDays(from, days, NATIONAL_CALENDAR)).toBe(national);
  });

  it('SET-04 takes 1-5 May 2024 off and works 28 April and 11 May', () => {
    for (const date of ['2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05']) {
      expect(isWorkingDay(date, NATIONAL_CALENDAR)).toBe(false);
    }
    expect(isWorkingDay('2024-04-28', NATIONAL_CALENDAR)).toBe(true);
    expect(isWorkingDay('2024-05-11', NATIONAL_CALENDAR)).toBe(true);
    expect(isWorkingDay('2024-04-28', WEEKDAYS_ONLY)).toBe(false);
    expect(isWorkingDay('2024-05-01', WEEKDAYS_ONLY)).toBe(true);
  });

  it('never counts the first day and lets 0 days be the same day', () => {
    expect(addWorkingDays('2024-03-01', 1, WEEKDAYS_ONLY)).toBe('2024-03-04');
    expect(addWorkingDays('2024-03-02', 1, WEEKDAYS_ONLY)).toBe('2024-03-04');
    expect(addWorkingDays('2024-03-02', 0, WEEKDAYS_ONLY)).toBe('2024-03-02');
  });

  it('refuses anything but a whole number from 0', () => {
    expect(() => addWorkingDays('2024-03-01', -1, WEEKDAYS_ONLY)).toThrow(RangeError);
    expect(() => addWorkingDays('2024-03-01', 1.5, WEEKDAYS_ONLY)).toThrow(RangeError);
  });

  it('counts working days behind a day, the inverse of adding them', () => {
    expect(workingDaysBetween('2024-03-01', '2024-04-12', WEEKDAYS_ONLY)).toBe(30);
    expect(workingDaysBetween('2024-04-22', '2024-06-04', NATIONAL_CALENDAR)).toBe(30);
    expect(workingDaysBetween('2024-03-01', '2024-03-03', WEEKDAYS_ONLY)).toBe(0);
    expect(workingDaysBetween('2024-03-04', '2024-03-01', WEEKDAYS_ONLY)).toBe(0);
  });

  it('gives a clock of working days back those for which it stood, one of calendar days the days', () => {
    const week = { from: '2024-07-05', to: '2024-07-12' };
    expect(dueAfterPause('2024-08-12', week, WEEKDAYS_ONLY)).toBe('2024-08-19');
    expect(dueAfterPause('2024-08-12', { from: '2024-07-06', to: '2024-07-07' }, WEEKDAYS_ONLY)).toBe('2024-08-12');
    const sixDays = daysBetween('2024-03-01', '2024-03-07');
    expect(addDays(addMonthsClipped('2024-02-10', 3), sixDays)).toBe('2024-05-16');
  });

  it('has a source, the years 2024 to 2026, and only real dates', () => {
    expect(NATIONAL_CALENDAR.source).toContain('国务院办公厅');
    expect(NATIONAL_CALENDAR.years).toEqual(expect.arrayContaining([2024, 2025, 2026]));
    for (const date of [...NATIONAL_CALENDAR.off, ...NATIONAL_CALENDAR.worked]) {
      expect(parseCivilDate(date)).toBe(date);
      expect(NATIONAL_CALENDAR.off.has(date) && NATIONAL_CALENDAR.worked.has(date)).toBe(false);
    }
  });
});
