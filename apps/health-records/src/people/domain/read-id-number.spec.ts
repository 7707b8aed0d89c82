import { Refusal } from '@yiyang/decisions';
import { readIdNumber, tellFromIdNumber } from './read-id-number.js';

const TODAY = '2026-01-01';

const refusalOf = (input: string): Refusal => {
  try {
    readIdNumber(input, TODAY);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the number was read');
};

// Vectors of standards §1.
it.each([
  ['11010519491231002X', '1949-12-31', '2'],
  ['140428194503150017', '1945-03-15', '1'],
  ['330105194002290024', '1940-02-29', '2'],
  ['421202194910012467', '1949-10-01', '2'],
  ['522201194806150032', '1948-06-15', '1'],
  ['820000194808080025', '1948-08-08', '2'],
  ['931156195001010016', '1950-01-01', '1'],
])('reads birth date and gender from %s', (number, birthDate, gender) => {
  expect(readIdNumber(number, TODAY)).toEqual({ number, birthDate, gender });
});

it.each([
  ['110105491231002', '11010519491231002X'],
  ['320106380115003', '320106193801150036'],
])('converts the number of 1985 %s', (legacy, number) => {
  expect(readIdNumber(legacy, TODAY).number).toBe(number);
});

it.each([
  ['33010519380229001X', 'BIRTH_DATE'],
  ['110105194912310021', 'CHECK_DIGIT'],
  ['140428202702280014', 'BIRTH_RANGE'],
  ['000101195001010011', 'PROVINCE'],
  ['710000195001010017', 'PROVINCE'],
  ['1101051949123100', 'FORMAT'],
])('refuses %s and names the check %s and the field', (number, check) => {
  const { code, detail } = refusalOf(number);
  expect(code).toBe('ID_NUMBER_INVALID');
  expect(detail.fields).toEqual([{ path: 'idNumber', rule: check }]);
  expect(detail.inputs).toMatchObject({ check });
  expect(JSON.stringify(detail)).not.toContain(number.slice(1, -1));
});

it('shows an id number masked to its ends, and a text that is none not at all', () => {
  expect(refusalOf('110105194912310021').detail.inputs).toEqual({ check: 'CHECK_DIGIT', masked: '1****************1' });
  expect(refusalOf('示范老人的姓名').detail.inputs).toEqual({ check: 'FORMAT' });
});

it('takes the last day of the range: born today, not tomorrow', () => {
  expect(refusalOf('421202202601020018').detail.fields).toEqual([{ path: 'idNumber', rule: 'BIRTH_RANGE' }]);
});

it('tells what a stored number says on any day', () => {
  expect(tellFromIdNumber('140428202702280014')).toMatchObject({ birthDate: '2027-02-28', gender: '1' });
});
