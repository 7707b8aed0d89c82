import { ABILITY_ITEMS } from '@yiyang/standards';
import { Refusal } from '@yiyang/decisions';
import { assess, type AssessmentTerms, type Findings } from './assess.js';

const TODAY = '2026-03-01';
const TERMS: AssessmentTerms = { adjustmentMode: 'single', validityMonths: 12, policyVersion: 'set@1' };
const SOUND = { assessedOn: TODAY, dementia: false, coma: false, riskEvents: 0 };
const FULL = Object.fromEntries(ABILITY_ITEMS.map(({ code, max }) => [code, max]));

const found = (total: number, of: Partial<Findings> = {}): Findings => ({ ...SOUND, score: { total }, ...of });

// Vectors of standards §5.
it.each([
  [90, {}, 0],
  [89, {}, 1],
  [66, {}, 1],
  [65, {}, 2],
  [46, {}, 2],
  [45, {}, 3],
  [30, {}, 3],
  [29, {}, 4],
  [70, { dementia: true }, 2],
  [70, { dementia: true, riskEvents: 2 }, 2],
  [90, { coma: true }, 4],
  [90, { riskEvents: 2 }, 1],
  [90, { riskEvents: 1 }, 0],
  [20, { riskEvents: 3 }, 4],
])('finds for %s points and %o level %s', (total, of, level) => {
  expect(assess(found(total, of), TERMS, TODAY).level).toBe(level);
});

it('follows the region’s adjustment mode', () => {
  const cumulative = { ...TERMS, adjustmentMode: 'cumulative' } as const;
  expect(assess(found(70, { dementia: true, riskEvents: 2 }), cumulative, TODAY).level).toBe(3);
});

it('explains the level by clause, policy version and inputs, and keeps items out of the inputs', () => {
  const { detail } = assess({ ...SOUND, dementia: true, score: { items: { ...FULL, 'B.1.1': 0 } } }, TERMS, TODAY);
  expect(detail.items).toMatchObject({ 'B.1.1': 0, 'B.1.2': 4 });
  expect(detail.because).toEqual({
    ...{ rule: 'REC-14', source: 'GB/T 42195-2022', clause: 'C.2, C.4(b)', policyVersion: 'set@1' },
    inputs: { total: 86, dementia: true, coma: false, riskEvents: 0, adjustmentMode: 'single', validityMonths: 12 },
  });
});

it('REC-14 holds for the months of the policy, clipped to the end of a shorter month', () => {
  expect(assess(found(70), TERMS, TODAY).validTo).toBe('2027-03-01');
  const terms = { ...TERMS, validityMonths: 6 };
  expect(assess(found(70, { assessedOn: '2025-08-31' }), terms, TODAY).validTo).toBe('2026-02-28');
});

it('refuses tomorrow', () => {
  expect(() => assess(found(70, { assessedOn: '2026-03-02' }), TERMS, TODAY)).toThrow(
    expect.objectContaining({ code: 'DATE_IN_FUTURE' }) as Error,
  );
});

it.each([
  ['a missing item', { items: { ...FULL, 'B.1.1': undefined as never } }, 'items.B.1.1', 'needed, 0 to 4'],
  ['an item above its maximum', { items: { ...FULL, 'B.2.4': 4 } }, 'items.B.2.4', 'a whole number from 0 to 3'],
  ['an unknown item', { items: { ...FULL, 王桂芳: 1 } }, 'items', 'no item of the scale'],
  ['half a point', { total: 70.5 }, 'total', 'a whole number from 0 to 90'],
])('refuses %s, naming the field and never an unknown code', (_, score, path, rule) => {
  try {
    assess({ ...SOUND, score }, TERMS, TODAY);
    expect('a refusal').toBe('thrown');
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).detail.fields).toEqual([{ path, rule }]);
  }
});
