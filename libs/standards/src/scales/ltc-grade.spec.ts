import { gradeLtc, scoreLtcItems, selfAssess } from './ltc-grade.js';
import { LTC37_TABLE, LTC37_VERSION, LTC_ITEMS } from './ltc37-items.js';

// [ADL, cognition, perception, level]: standards §6.
const VECTORS: [number, number, number, number][] = [
  [100, 16, 12, 0],
  [100, 3, 12, 1],
  [95, 16, 12, 1],
  [95, 1, 12, 2],
  [65, 10, 10, 1],
  [55, 15, 11, 2],
  [60, 0, 12, 3],
  [45, 4, 4, 2],
  [40, 16, 12, 3],
  [40, 3, 12, 4],
  [0, 1, 12, 5],
  [10, 16, 0, 5],
];

// Rows: ADL totals in grades 0-3; columns: cognition totals in grades 0-3.
const ADL_OF_GRADE = [100, 80, 50, 20];
const COGNITION_OF_GRADE = [16, 10, 2, 0];
const MATRIX = [
  [0, 0, 1, 1],
  [1, 1, 1, 2],
  [2, 2, 2, 3],
  [3, 3, 4, 5],
];
const CELLS = MATRIX.flatMap((row, adl) =>
  row.map((level, mind): [number, number, number] => [ADL_OF_GRADE[adl] ?? -1, COGNITION_OF_GRADE[mind] ?? -1, level]),
);

const CLASSES: [number, string][] = [
  [0, 'ABBC'],
  [1, 'BCDE'],
  [2, 'DEEF'],
  [3, 'EFFG'],
];

const full = Object.fromEntries(LTC_ITEMS.map((item) => [item.code, Math.max(...item.points)]));

describe('long-term care grading, 医保办发〔2021〕37号', () => {
  it.each(VECTORS)('ADL %i, cognition %i, perception %i: level %i', (adl, cognition, perception, level) => {
    const result = gradeLtc({ adl, cognition, perception });
    expect(result).toMatchObject({ ok: true, standardVersion: LTC37_VERSION, level });
  });

  it.each(CELLS)('matrix cell ADL %i, cognition %i: level %i', (adl, cognition, level) => {
    expect(gradeLtc({ adl, cognition, perception: 12 })).toMatchObject({ level });
  });

  it('takes the worse of cognition and perception', () => {
    expect(gradeLtc({ adl: 20, cognition: 10, perception: 1 })).toMatchObject({
      grades: { adl: 3, cognition: 1, perception: 3 },
      level: 5,
    });
  });

  it.each([
    ['adl', 65, 1, 60, 2],
    ['adl', 45, 2, 40, 3],
    ['cognition', 4, 1, 3, 2],
    ['cognition', 2, 2, 1, 3],
    ['perception', 4, 1, 3, 2],
    ['perception', 2, 2, 1, 3],
    ['perception', 12, 0, 11, 1],
  ] as const)('%s: %i is grade %i, %i is grade %i', (dimension, best, grade, worse, worseGrade) => {
    const whole = { adl: 100, cognition: 16, perception: 12 };
    expect(gradeLtc({ ...whole, [dimension]: best })).toMatchObject({ grades: { [dimension]: grade } });
    expect(gradeLtc({ ...whole, [dimension]: worse })).toMatchObject({ grades: { [dimension]: worseGrade } });
  });

  it.each([
    [{ adl: 63, cognition: 16, perception: 12 }, 'adl'],
    [{ adl: 105, cognition: 16, perception: 12 }, 'adl'],
    [{ adl: -5, cognition: 16, perception: 12 }, 'adl'],
    [{ adl: 100, cognition: 17, perception: 12 }, 'cognition'],
    [{ adl: 100, cognition: 16, perception: 0.5 }, 'perception'],
  ])('refuses %j', (scores, field) => {
    expect(gradeLtc(scores)).toMatchObject({ ok: false, errors: [{ field, problem: 'OUT_OF_RANGE' }] });
  });

  it('grades by another table when a newer edition is given', () => {
    const newer = {
      ...LTC37_TABLE,
      standardVersion: 'next',
      matrix: LTC37_TABLE.matrix.map(() => [5, 5, 5, 5] as const),
    };
    expect(gradeLtc({ adl: 100, cognition: 16, perception: 12 }, newer)).toMatchObject({
      standardVersion: 'next',
      level: 5,
    });
  });

  it('adds 17 items up to 100, 16 and 12', () => {
    expect(LTC_ITEMS).toHaveLength(17);
    expect(scoreLtcItems(full)).toEqual({ ok: true, scores: { adl: 100, cognition: 16, perception: 12 } });
  });

  it('reports missing, unknown and impossible items', () => {
    const items: Record<string, number> = { ...full, BATHING: 10, EATING: 7, SPA: 1 };
    delete items['MEMORY'];
    expect(scoreLtcItems(items)).toEqual({
      ok: false,
      errors: [
        { field: 'SPA', problem: 'UNKNOWN' },
        { field: 'EATING', problem: 'OUT_OF_RANGE', max: 10 },
        { field: 'BATHING', problem: 'OUT_OF_RANGE', max: 5 },
        { field: 'MEMORY', problem: 'MISSING', max: 4 },
      ],
    });
  });

  it.each(CLASSES)('self-assessment with %i dependent items of class a: %s', (a, classes) => {
    expect([0, 1, 2, 3].map((b) => selfAssess({ a, b }).class).join('')).toBe(classes);
  });

  it('lets only E, F and G apply', () => {
    expect(selfAssess({ a: 1, b: 3 })).toEqual({ class: 'E', mayApply: true });
    expect(selfAssess({ a: 1, b: 2 })).toEqual({ class: 'D', mayApply: false });
    expect(selfAssess({ a: 3, b: 2 }).mayApply && selfAssess({ a: 3, b: 3 }).mayApply).toBe(true);
    expect(() => selfAssess({ a: 4, b: 0 })).toThrow(RangeError);
  });
});
