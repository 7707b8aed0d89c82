import {
  addDays,
  addMonthsClipped,
  civilDateInShanghai,
  compareCivilDates,
  daysBetween,
  isWithin,
  isoWeekday,
  parseCivilDate,
  quarterOf,
  startOfDayShanghai,
} from './civil-date.js';

// [from, months, result]: standards §7 R7-1 and §11.
const MONTH_VECTORS: [string, number, string][] = [
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-03-15', 1, '2024-04-15'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 3, '2024-04-30'],
  ['2024-01-15', 3, '2024-04-15'],
  ['2024-11-30', 3, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-31', -13, '2022-12-31'],
  ['2024-05-01', 0, '2024-05-01'],
];

describe('civil dates', () => {
  it.each(MONTH_VECTORS)('R7-1 %s plus %i months is %s', (from, months, result) => {
    expect(addMonthsClipped(from, months)).toBe(result);
  });

  it('counts paused days after the months (standards §11: accepted 2024-02-10, 6 paused days)', () => {
    expect(addDays(addMonthsClipped('2024-02-10', 3), 6)).toBe('2024-05-16');
  });

  it.each(['2024-02-29', '2000-02-29', '1940-02-29', '2024-12-31'])('accepts %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '0000-01-01',
    '2024-01-01T00:00',
    ' 2024-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });

  it('throws when asked to calculate with something that is no date', () => {
    expect(() => addDays('2024-02-30', 1)).toThrow(RangeError);
    expect(() => addMonthsClipped('9999-12-31', 1)).toThrow(RangeError);
  });

  it('adds and counts days over month, year and leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('1970-01-01', -1)).toBe('1969-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(daysBetween('2024-03-01', '2024-03-01')).toBe(0);
  });

  it('orders dates', () => {
    expect(compareCivilDates('2024-04-30', '2024-05-01')).toBeLessThan(0);
    expect(compareCivilDates('2024-05-01', '2024-05-01')).toBe(0);
  });

  it('includes both ends of a period and leaves an open end open', () => {
    expect(isWithin('2024-05-01', '2024-05-01', '2024-05-31')).toBe(true);
    expect(isWithin('2024-05-31', '2024-05-01', '2024-05-31')).toBe(true);
    expect(isWithin('2024-04-30', '2024-05-01', '2024-05-31')).toBe(false);
    expect(isWithin('2024-06-01', '2024-05-01', '2024-05-31')).toBe(false);
    expect(isWithin('2999-01-01', '2024-05-01', null)).toBe(true);
  });

  it('knows weekdays', () => {
    expect(isoWeekday('2024-03-01')).toBe(5);
    expect(isoWeekday('2024-03-03')).toBe(7);
    expect(isoWeekday('1969-12-29')).toBe(1);
  });

  it('knows the quarter and its days', () => {
    expect(quarterOf('2024-03-31')).toEqual({ year: 2024, quarter: 1, firstDay: '2024-01-01', lastDay: '2024-03-31' });
    expect(quarterOf('2024-04-01')).toEqual({ year: 2024, quarter: 2, firstDay: '2024-04-01', lastDay: '2024-06-30' });
    expect(quarterOf('2024-12-31').quarter).toBe(4);
  });

  it('turns an instant into the date of Shanghai, eight hours ahead of UTC', () => {
    expect(civilDateInShanghai(new Date('2024-02-28T15:59:59.999Z'))).toBe('2024-02-28');
    expect(civilDateInShanghai(new Date('2024-02-28T16:00:00.000Z'))).toBe('2024-02-29');
    expect(startOfDayShanghai('2024-02-29').toISOString()).toBe('2024-02-28T16:00:00.000Z');
  });
});
