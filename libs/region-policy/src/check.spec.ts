import { BED_KINDS } from '@yiyang/standards';
import {
  codeOf,
  date,
  decimal,
  division,
  flag,
  keeping,
  listOf,
  nullable,
  oneOf,
  shape,
  share,
  wholeNumber,
} from './check.js';

describe('checks of parameter values', () => {
  it('takes whole numbers from the least to the most', () => {
    const check = wholeNumber(1);
    expect([1, 30, 1200].every(check)).toBe(true);
    expect(check(1201)).toBe(false);
    expect([2000, 2001].map(wholeNumber(1, 2000))).toEqual([true, false]);
    expect([0, -1, 1.5, '1', null, Number.NaN, Infinity, 2 ** 53].some(check)).toBe(false);
  });

  it('takes shares as decimal text from 0 to 1', () => {
    expect(['0', '0.85', '1', '1.00', '0.123456'].every(share)).toBe(true);
    expect(['1.01', '.5', '85%', '-0.1', '0.1234567', 0.85, ''].some(share)).toBe(false);
  });

  it('takes decimals as text, days of the calendar and known divisions', () => {
    expect(['78.5', '0', '100', '0.125'].every(decimal)).toBe(true);
    expect(['78,5', '1.', '-1', '1e3', '0.1234', 78.5].some(decimal)).toBe(false);
    expect(['2024-02-29', '2023-02-29', '2024-2-9', 20240229].map(date)).toEqual([true, false, false, false]);
    expect(['421202', '000000', '421299', 421202].map(division)).toEqual([true, true, false, false]);
  });

  it('takes what keeps a rule that the fields share', () => {
    const check = keeping(shape({ from: wholeNumber(0), to: wholeNumber(0) }), ({ from, to }) => from <= to);
    expect(check({ from: 1, to: 1 })).toBe(true);
    expect(check({ from: 2, to: 1 })).toBe(false);
    expect(check({ from: 1 })).toBe(false);
  });

  it('takes flags, codes and choices, nothing that merely looks alike', () => {
    expect([true, false].every(flag)).toBe(true);
    expect([0, 'true', null].some(flag)).toBe(false);
    expect(codeOf(BED_KINDS)('CARE')).toBe(true);
    expect(codeOf(BED_KINDS)('care')).toBe(false);
    expect(oneOf('single', 'cumulative')('double')).toBe(false);
    expect(nullable(wholeNumber(1))(null)).toBe(true);
    expect(nullable(wholeNumber(1))(undefined)).toBe(false);
  });

  it('takes lists of 200 entries and no more', () => {
    const numbers = (length: number) => Array.from({ length }, (_, i) => i);
    expect([200, 201].map((length) => listOf(wholeNumber(0))(numbers(length)))).toEqual([true, false]);
  });

  it('takes lists without repetitions', () => {
    const check = listOf(codeOf(BED_KINDS));
    expect(check([])).toBe(true);
    expect(check(['CARE', 'REHAB'])).toBe(true);
    expect(check(['CARE', 'CARE'])).toBe(false);
    expect(check(['CARE', 'SOFA'])).toBe(false);
    expect(check('CARE')).toBe(false);
  });

  it('takes objects with exactly the fields of the shape', () => {
    const check = shape({ days: wholeNumber(0), on: flag });
    expect(check({ days: 1, on: true })).toBe(true);
    expect(check({ days: 1 })).toBe(false);
    expect(check({ days: 1, on: true, more: 1 })).toBe(false);
    expect(check(null)).toBe(false);
    expect(check([])).toBe(false);
    expect(check(Object.create({ days: 1, on: true }))).toBe(false);
  });
});
