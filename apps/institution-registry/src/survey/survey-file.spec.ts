import fc from 'fast-check';
import { SurveyFile, type SurveyFormat } from './survey-file.js';

const HEADER = 'name,kind,division,creditCode,operationState,managementMode';
const clinic = (name: string) => `${name},VILLAGE_CLINIC,421202,,OPERATING,PRIVATE_RUN`;
const open = (text: string | Buffer, format: SurveyFormat = 'CSV') =>
  new SurveyFile(Buffer.from(text), '421202', { format });
const csv = (...rows: string[]) => open([HEADER, ...rows].join('\n'));

/** Line, and the name stored or the field at fault. */
const outcome = (file: SurveyFile) =>
  file.next(1000).map(({ line, checked }) => `${line} ${checked.answer?.name ?? `! ${checked.faults?.[0]?.field}`}`);

function refusedOf(work: () => unknown): { code?: string; detail?: { fields: { path: string }[] } } {
  try {
    work();
  } catch (refusal) {
    return refusal as object;
  }
  return {};
}

describe('a survey file', () => {
  it('REG-52 reads columns in any order, by English or Chinese name, and passes empty lines', () => {
    const file = open(
      '行政区划,统一社会信用代码,name,机构类别,管理模式,运营状态\r\n421202,,示范一,村卫生室,社会办,运营中\r\n\r\n',
    );
    expect(file.rows).toBe(1);
    expect(file.next(9)).toMatchObject([{ line: 2, checked: { answer: { name: '示范一', kind: 'VILLAGE_CLINIC' } } }]);
  });

  it('REG-52 refuses a file without a column, and names the column', () => {
    const refused = refusedOf(() => open('name,kind,creditCode,operationState,managementMode\n'));
    expect(refused).toMatchObject({ code: 'MALFORMED_REQUEST', detail: { fields: [{ path: 'division' }] } });
  });

  it('refuses a column named twice, a column it does not know and a file of nothing', () => {
    expect(refusedOf(() => open(`${HEADER},机构名称\n`)).detail?.fields).toMatchObject([{ path: 'name' }]);
    expect(refusedOf(() => open(`${HEADER},联系电话\n`)).detail?.fields).toMatchObject([{ path: 'column 7' }]);
    expect(refusedOf(() => open('')).detail?.fields).toHaveLength(6);
  });

  it('takes 100,000 rows and refuses one more before it decodes anything', () => {
    const rows = (count: number) => `${HEADER}${'\nx'.repeat(count)}`;
    expect(open(rows(100_000)).rows).toBe(100_000);
    expect(refusedOf(() => open(rows(100_001))).code).toBe('MALFORMED_REQUEST');
  });

  it('REG-52 reports a repeated institution by the line that named it first', () => {
    const code = '52330105MJ80001275';
    const coded = (name: string) => clinic(name).replace(',,', `,${code},`);
    const rows = csv(clinic('甲'), clinic('乙'), clinic('甲'), coded('丙'), coded('丁')).next(9);
    expect(rows.map(({ checked }) => checked.faults?.[0])).toEqual([
      ...[undefined, undefined],
      { field: 'name', rule: 'the institution of line 2 only once' },
      undefined,
      { field: 'creditCode', rule: 'the institution of line 5 only once' },
    ]);
  });

  it('REG-52 keeps a broken quotation to its own line', () => {
    expect(outcome(csv(clinic('甲'), '"乙,VILLAGE_CLINIC', clinic('丙'), clinic('"丁"x'), clinic('"戊,己"')))).toEqual([
      '2 甲',
      '3 ! row',
      '4 丙',
      '5 ! row',
      '6 戊,己',
    ]);
  });

  it('reports too few and too many cells', () => {
    expect(outcome(csv('甲,VILLAGE_CLINIC', `${clinic('乙')},x`, clinic('丙')))).toEqual([
      '2 ! row',
      '3 ! row',
      '4 丙',
    ]);
  });

  it('REG-52 reports a line of another encoding and reads the rest', () => {
    const file = Buffer.concat([
      Buffer.from(`${HEADER}\n${clinic('示范')}\n`),
      Buffer.from('cabeb7b6', 'hex'),
      Buffer.from(`\n${clinic('乙')}`),
    ]);
    expect(outcome(open(file))).toEqual(['2 示范', '3 ! row', '4 乙']);
  });

  it('REG-52 reads objects on lines', () => {
    const object = { name: '甲', kind: 'VILLAGE_CLINIC', division: '421202', operationState: null };
    const lines = [
      object,
      { ...object, name: '乙', phone: '1' },
      [],
      { ...object, name: 7 },
      { ...object, name: '丙' },
    ];
    const text = [...lines.map((line) => JSON.stringify(line)), '{"name":', '{"__proto__":{}}'].join('\n');
    expect(outcome(open(text, 'NDJSON'))).toEqual([
      '1 甲',
      '2 ! row',
      '3 ! row',
      '4 ! name',
      '5 丙',
      '6 ! row',
      '7 ! row',
    ]);
  });

  it('gives the same rows in parts of any size', () => {
    const rows = Array.from({ length: 20 }, (_, i) => clinic(`院${i % 7}`));
    const whole = csv(...rows).next(20);
    for (const size of [1, 3, 20]) {
      const file = csv(...rows);
      const parts = Array.from({ length: Math.ceil(20 / size) }, () => file.next(size)).flat();
      expect(parts).toEqual(whole);
    }
  });

  it('has an outcome for every line, whatever the lines are', () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    const text = fc
      .string({ unit: fc.constantFrom('"', ',', '\r', '甲', 'x', ' '), maxLength: 12 })
      .map((line) => Buffer.from(line));
    fc.assert(
      fc.property(fc.array(fc.oneof(bytes, text), { maxLength: 12 }), (lines) => {
        const file = open(Buffer.concat([Buffer.from(HEADER), ...lines.flatMap((line) => [Buffer.from('\n'), line])]));
        const rows = file.next(1000);
        expect(rows).toHaveLength(file.rows);
        for (const { checked } of rows) expect(checked.answer ?? checked.faults).toBeDefined();
      }),
    );
  });
});
