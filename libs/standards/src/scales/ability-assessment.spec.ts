import { assessAbility } from './ability-assessment.js';
import { ABILITY_ITEMS, ABILITY_LEVELS, ABILITY_PARTS } from './gbt42195-items.js';

const plain = { coma: false, dementia: false, riskEvents: 0, adjustmentMode: 'single' } as const;

// [total, what else, preliminary level, final level]: standards §5.
const VECTORS: [number, Partial<Parameters<typeof assessAbility>[0]>, number, number][] = [
  [90, {}, 0, 0],
  [89, {}, 1, 1],
  [66, {}, 1, 1],
  [65, {}, 2, 2],
  [46, {}, 2, 2],
  [45, {}, 3, 3],
  [30, {}, 3, 3],
  [29, {}, 4, 4],
  [0, {}, 4, 4],
  [70, { dementia: true }, 1, 2],
  [70, { dementia: true, riskEvents: 2 }, 1, 2],
  [70, { dementia: true, riskEvents: 2, adjustmentMode: 'cumulative' }, 1, 3],
  [90, { coma: true }, 0, 4],
  [90, { riskEvents: 2 }, 0, 1],
  [90, { riskEvents: 1 }, 0, 0],
  [20, { riskEvents: 3 }, 4, 4],
  [35, { dementia: true, riskEvents: 2, adjustmentMode: 'cumulative' }, 3, 4],
];

const full = Object.fromEntries(ABILITY_ITEMS.map((item) => [item.code, item.max]));

describe('ability assessment, GB/T 42195-2022', () => {
  it('has 26 items that add up to 90, part by part', () => {
    expect(ABILITY_ITEMS).toHaveLength(26);
    expect(ABILITY_ITEMS.reduce((sum, item) => sum + item.max, 0)).toBe(90);
    for (const part of ABILITY_PARTS) {
      const items = ABILITY_ITEMS.filter((item) => item.part === part.code);
      expect(items.reduce((sum, item) => sum + item.max, 0)).toBe(part.max);
    }
  });

  it('scores stairs and transport out of 3', () => {
    const max = Object.fromEntries(ABILITY_ITEMS.map((item) => [item.code, item.max]));
    expect([max['B.2.4'], max['B.4.4']]).toEqual([3, 3]);
  });

  it('has a level for every total from 0 to 90, worse as the total falls', () => {
    const levels = Array.from({ length: 91 }, (_, total) => assessAbility({ ...plain, total }));
    expect(levels.every((result) => result.ok)).toBe(true);
    expect(ABILITY_LEVELS.reduce((sum, band) => sum + band.to - band.from + 1, 0)).toBe(91);
  });

  it.each(VECTORS)('total %i with %j: preliminary %i, final %i', (total, also, preliminaryLevel, level) => {
    expect(assessAbility({ ...plain, total, ...also })).toMatchObject({ ok: true, total, preliminaryLevel, level });
  });

  it('sums the items and their parts', () => {
    const result = assessAbility({ ...plain, items: { ...full, 'B.1.1': 0, 'B.3.9': 1, 'B.4.4': 0 } });
    expect(result).toMatchObject({
      ok: true,
      total: 82,
      level: 1,
      parts: [
        { code: 'B.1', score: 28 },
        { code: 'B.2', score: 15 },
        { code: 'B.3', score: 27 },
        { code: 'B.4', score: 12 },
      ],
    });
  });

  it('keeps both hits, also the one that single mode does not count', () => {
    const result = assessAbility({ ...plain, total: 70, dementia: true, riskEvents: 2 });
    expect(result).toMatchObject({
      adjustments: [
        { rule: 'C.4(b)', from: 1, to: 2 },
        { rule: 'C.4(c)', from: 2, to: 2 },
      ],
    });
  });

  it('keeps a hit that could not worsen the worst level', () => {
    const result = assessAbility({ ...plain, total: 20, coma: true, riskEvents: 3 });
    expect(result).toMatchObject({
      level: 4,
      adjustments: [
        { rule: 'C.4(a)', from: 4, to: 4 },
        { rule: 'C.4(c)', from: 4, to: 4 },
      ],
    });
  });

  it('reports every missing, unknown and impossible item', () => {
    const items: Record<string, number> = { ...full, 'B.4.4': 4, 'B.3.7': -1, 'B.1.2': 1.5, 'B.9.9': 1 };
    delete items['B.2.4'];
    expect(assessAbility({ ...plain, items })).toEqual({
      ok: false,
      errors: [
        { field: 'B.1.2', problem: 'OUT_OF_RANGE', max: 4 },
        { field: 'B.2.4', problem: 'MISSING', max: 3 },
        { field: 'B.3.7', problem: 'OUT_OF_RANGE', max: 1 },
        { field: 'B.4.4', problem: 'OUT_OF_RANGE', max: 3 },
        { field: 'B.9.9', problem: 'UNKNOWN' },
      ],
    });
  });

  it.each([91, -1, 70.5, Number.NaN])('refuses the total %d', (total) => {
    expect(assessAbility({ ...plain, total })).toEqual({
      ok: false,
      errors: [{ field: 'total', problem: 'OUT_OF_RANGE', max: 90 }],
    });
  });

  it('refuses a negative number of risk events', () => {
    expect(assessAbility({ ...plain, total: 70, riskEvents: -1 })).toMatchObject({
      ok: false,
      errors: [{ field: 'riskEvents', problem: 'OUT_OF_RANGE' }],
    });
  });
});
