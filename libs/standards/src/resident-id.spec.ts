import fc from 'fast-check';
import { addDays } from './civil-date.js';
import type { ResidentIdCheck, ResidentIdKind } from './resident-id.js';
import { ageOn, convertLegacyId, isForeignerCard2017, makeResidentId, parseResidentId } from './resident-id.js';

const today = '2026-01-01';

// Standards §1: made-up numbers, except the standard's sample and published card samples.
const VALID: [string, string, '1' | '2', string, ResidentIdKind][] = [
  ['11010519491231002X', '1949-12-31', '2', '110105', 'MAINLAND'],
  ['140428194503150017', '1945-03-15', '1', '140428', 'MAINLAND'],
  ['330105194002290024', '1940-02-29', '2', '330105', 'MAINLAND'],
  ['520602195510111238', '1955-10-11', '1', '520602', 'MAINLAND'],
  ['421202194910012467', '1949-10-01', '2', '421202', 'MAINLAND'],
  ['522201194806150032', '1948-06-15', '1', '522201', 'MAINLAND'],
  ['810000195001010010', '1950-01-01', '1', '810000', 'HONG_KONG'],
  ['820000194808080025', '1948-08-08', '2', '820000', 'MACAO'],
  ['830000195212310033', '1952-12-31', '1', '830000', 'TAIWAN'],
  ['810000199408230021', '1994-08-23', '2', '810000', 'HONG_KONG'],
  ['830000199201300022', '1992-01-30', '2', '830000', 'TAIWAN'],
  ['911124198108030024', '1981-08-03', '2', '110000', 'FOREIGN_PERMANENT_RESIDENT'],
  ['931156195001010016', '1950-01-01', '1', '310000', 'FOREIGN_PERMANENT_RESIDENT'],
];

const INVALID: [string, ResidentIdCheck][] = [
  ['33010519380229001X', 'BIRTH_DATE'],
  ['110105194912310021', 'CHECK_DIGIT'],
  ['140428202702280014', 'BIRTH_RANGE'],
  [makeResidentId({ region: '140428', birthDate: '1879-12-31', sequence: 1 }), 'BIRTH_RANGE'],
  ['000101195001010011', 'PROVINCE'],
  ['710000195001010017', 'PROVINCE'],
  [makeResidentId({ region: '971124', birthDate: '1950-01-01', sequence: 1 }), 'PROVINCE'],
  ['110105194912310', 'FORMAT'],
  ['11010519491231002Y', 'FORMAT'],
  ['1101051949123100X2', 'FORMAT'],
  ['1101051949 1231002X', 'FORMAT'],
  ['', 'FORMAT'],
];

describe('resident id numbers', () => {
  it.each(VALID)('accepts %s', (number, birthDate, gender, region, kind) => {
    expect(parseResidentId(number, { today })).toEqual({ ok: true, number, birthDate, gender, region, kind });
  });

  it.each(INVALID)('refuses %j by the check %s', (number, check) => {
    expect(parseResidentId(number, { today })).toEqual({ ok: false, check });
  });

  it('accepts the first possible day and today, refuses the days beyond', () => {
    const born = (birthDate: string) =>
      parseResidentId(makeResidentId({ region: '140428', birthDate, sequence: 1 }), { today }).ok;
    expect([born('1880-01-01'), born(today), born(addDays(today, 1))]).toEqual([true, true, false]);
  });

  it.each([
    ' 11010519491231002x ',
    '１１０１０５１９４９１２３１００２Ｘ',
    '11010519491231002ｘ',
    '\u300011010519491231002X',
  ])('normalises %j', (input) => {
    expect(parseResidentId(input, { today })).toMatchObject({ ok: true, number: '11010519491231002X' });
  });

  it.each([
    ['110105491231002', '11010519491231002X'],
    ['320106380115003', '320106193801150036'],
  ])('converts the 15 digits %s to %s', (legacy, number) => {
    expect(convertLegacyId(legacy, { today })).toMatchObject({ ok: true, number });
  });

  it('converts only 15 digits, checks the result, and takes the 19th century when told', () => {
    expect(convertLegacyId('11010519491231002X', { today })).toEqual({ ok: false, check: 'FORMAT' });
    expect(convertLegacyId('110105490229002', { today })).toEqual({ ok: false, check: 'BIRTH_DATE' });
    expect(convertLegacyId('110105910101999', { today, century: '18' })).toMatchObject({ birthDate: '1891-01-01' });
  });

  it('recognises the 2017 card of foreigners by its shape', () => {
    expect(isForeignerCard2017('can110081010203')).toBe(true);
    expect(isForeignerCard2017('11010519491231002X')).toBe(false);
  });

  it('makes numbers that it accepts again', () => {
    const parts = fc.record({
      region: fc.constantFrom('421202', '110105', '522201', '810000'),
      days: fc.integer({ min: 0, max: 53_000 }),
      sequence: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(parts, ({ region, days, sequence }) => {
        const birthDate = addDays('1880-01-01', days);
        const parsed = parseResidentId(makeResidentId({ region, birthDate, sequence }), { today });
        return parsed.ok && parsed.birthDate === birthDate && parsed.gender === (sequence % 2 ? '1' : '2');
      }),
    );
  });

  it('finds every single wrong digit (MOD 11-2)', () => {
    const number = '11010519491231002X';
    for (let at = 0; at < 17; at += 1) {
      for (const digit of '0123456789') {
        if (digit === number[at]) continue;
        expect(parseResidentId(number.slice(0, at) + digit + number.slice(at + 1), { today }).ok).toBe(false);
      }
    }
  });

  it('makes no number of nonsense', () => {
    expect(() => makeResidentId({ region: '4212', birthDate: '1949-10-01', sequence: 1 })).toThrow(RangeError);
    expect(() => makeResidentId({ region: '421202', birthDate: '1949-02-29', sequence: 1 })).toThrow(RangeError);
    expect(() => makeResidentId({ region: '421202', birthDate: '1949-10-01', sequence: 0 })).toThrow(RangeError);
    expect(() => makeResidentId({ region: '421202', birthDate: '1949-10-01', sequence: 1000 })).toThrow(RangeError);
  });

  it.each([
    ['1959-07-01', '2024-06-30', 64],
    ['1959-07-01', '2024-07-01', 65],
    ['1940-02-29', '2025-02-28', 84],
    ['1940-02-29', '2025-03-01', 85],
    ['1940-02-29', '2024-02-29', 84],
    ['2024-01-01', '2023-12-31', -1],
  ])('REC-03 born %s is on %s aged %i', (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age);
  });
});
