import type { Mzt039Grade } from './mzt039-level.js';
import { assessMzt039, combineMzt039 } from './mzt039-level.js';

type Grade = Mzt039Grade;

// [ADL, mental, perception, social, level]: standards §5.1.
const VECTORS: [Grade, Grade, Grade, Grade, Grade][] = [
  [0, 0, 0, 1, 0],
  [0, 0, 0, 2, 1],
  [0, 1, 0, 0, 1],
  [1, 0, 2, 2, 1],
  [1, 2, 2, 2, 2],
  [1, 0, 0, 3, 2],
  [2, 1, 0, 0, 2],
  [2, 2, 2, 2, 3],
  [2, 0, 3, 0, 3],
  [3, 0, 0, 0, 3],
];

// [score, grade] at both ends of every band.
const BANDS = {
  adl: [
    [100, 0],
    [95, 1],
    [65, 1],
    [60, 2],
    [45, 2],
    [40, 3],
    [0, 3],
  ],
  mental: [
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [6, 3],
  ],
  perception: [
    [0, 0],
    [3, 3],
  ],
  social: [
    [0, 0],
    [2, 0],
    [3, 1],
    [7, 1],
    [8, 2],
    [13, 2],
    [14, 3],
    [20, 3],
  ],
} as const;

const well = { adl: 100, mental: 0, perception: 0, social: 0 };
const plain = { coma: false, dementia: false, riskEvents: 0, adjustmentMode: 'single' } as const;

describe('old assessments, MZ/T 039-2013', () => {
  it.each(VECTORS)('grades %i, %i, %i, %i make level %i', (adl, mental, perception, social, level) => {
    expect(combineMzt039({ adl, mental, perception, social })).toBe(level);
  });

  it.each(Object.entries(BANDS))('grades %s at both ends of every band', (name, bands) => {
    for (const [score, grade] of bands) {
      expect(assessMzt039({ ...well, [name]: score }, plain)).toMatchObject({ ok: true, grades: { [name]: grade } });
    }
  });

  it('adjusts like the newer scale, with 3 as the worst level', () => {
    expect(assessMzt039(well, { ...plain, coma: true })).toMatchObject({ preliminaryLevel: 0, level: 3 });
    expect(assessMzt039(well, { ...plain, dementia: true, riskEvents: 2 })).toMatchObject({ level: 1 });
    expect(assessMzt039({ ...well, adl: 0 }, { ...plain, riskEvents: 2 })).toMatchObject({
      level: 3,
      adjustments: [{ rule: 'C.4(c)', from: 3, to: 3 }],
    });
  });

  it.each([{ adl: 63 }, { adl: 105 }, { mental: 7 }, { perception: -1 }, { social: 20.5 }])('refuses %j', (wrong) => {
    expect(assessMzt039({ ...well, ...wrong }, plain)).toMatchObject({
      ok: false,
      errors: [{ field: Object.keys(wrong)[0], problem: 'OUT_OF_RANGE' }],
    });
  });
});
