import { checkRow, surveyKey, type SurveyCells } from './check-row.js';

const cells = (of: Partial<SurveyCells> = {}): SurveyCells => ({
  name: '示范村卫生室',
  kind: 'VILLAGE_CLINIC',
  division: '421202',
  creditCode: '52330105MJ80001275',
  operationState: 'OPERATING',
  managementMode: 'PRIVATE_RUN',
  ...of,
});
const faultsOf = (of: Partial<SurveyCells>, scope = '421202') =>
  checkRow(cells(of), scope).faults?.map(({ field }) => field);

describe('one row of a survey', () => {
  it('REG-52 takes codes and Chinese terms alike, and normalises the credit code', () => {
    const chinese = {
      kind: '村卫生室',
      operationState: '运营中',
      managementMode: '社会办',
      creditCode: ' 52330105mj80001275 ',
    };
    expect(checkRow(cells(chinese), '421202')).toEqual(checkRow(cells(), '421202'));
    expect(checkRow(cells(), '421202').answer).toEqual({
      ...{ key: '52330105MJ80001275', name: '示范村卫生室', creditCode: '52330105MJ80001275', kind: 'VILLAGE_CLINIC' },
      ...{ side: 'MEDICAL', division: '421202', operationState: 'OPERATING', managementMode: 'PRIVATE_RUN' },
    });
  });

  it('REG-52 keeps what is not answered as such', () => {
    const silent = { operationState: '', managementMode: ' ' };
    expect(checkRow(cells(silent), '421202').answer).toMatchObject({ operationState: null, managementMode: null });
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(101) }],
    ['name', { name: '示范\0院' }],
    ['kind', { kind: 'SPA' }],
    ['division', { division: '429999' }],
    ['division', { division: '42120' }],
    ['creditCode', { creditCode: '91350100M000100Y44' }],
    ['operationState', { operationState: 'ASLEEP' }],
    ['managementMode', { managementMode: '公' }],
  ])('REG-52 names the column %s of %j', (field, of) => {
    expect(faultsOf(of)).toEqual([field]);
  });

  it('takes a name of 100 characters and none of 101', () => {
    expect(faultsOf({ name: '院'.repeat(100) })).toBeUndefined();
    expect(faultsOf({ name: '院'.repeat(101) })).toEqual(['name']);
  });

  it('names every column at fault, and never what stands in it', () => {
    const { faults } = checkRow(cells({ kind: 'SPA-4711', creditCode: '4711', operationState: '4711' }), '421202');
    expect(faults?.map(({ field }) => field)).toEqual(['kind', 'creditCode', 'operationState']);
    expect(JSON.stringify(faults)).not.toContain('4711');
  });

  it.each(['=cmd|/C calc!A1', '+1', '-1', '@sum', '＝1+1', '＋1', '－1', '＠x', ' =1'])(
    'refuses the formula %s',
    (name) => {
      expect(checkRow(cells({ name }), '421202').faults).toEqual([
        { field: 'name', rule: 'text, no formula: not begun by = + - or @' },
      ]);
    },
  );

  it('keeps a department to its division and everything below it', () => {
    expect(faultsOf({}, '421200')).toBeUndefined();
    expect(faultsOf({}, '420000')).toBeUndefined();
    expect(faultsOf({}, '421221')).toEqual(['division']);
  });

  it('names an institution without a credit code by where, what and how it is called', () => {
    const place = { division: '421202', kind: 'INFIRMARY', name: '示范医务室' };
    expect(surveyKey({ ...place, creditCode: null })).toBe('421202|INFIRMARY|示范医务室');
    expect(surveyKey({ ...place, creditCode: '52330105MJ80001275' })).toBe('52330105MJ80001275');
  });
});
