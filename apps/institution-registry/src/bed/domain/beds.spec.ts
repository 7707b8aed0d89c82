import { Refusal } from '@yiyang/decisions';
import type { BedConversionRule } from '@yiyang/region-policy';
import { afterStep, holdsFrom, reductionOf, STEPS, type BedChangeStatus, type BedChangeStep } from './bed-change.js';
import { assertAddUp, countsOn, moveFrom, plus, type BedCounts, type BedDay } from './bed-days.js';
import { convertBeds, type Holder } from './convert-beds.js';
import { assertForeseeable, assertSpare, setCounts } from './set-counts.js';

const counts = (approved: number, operating = approved, blocked = 0, reserved = 0): BedCounts => ({
  ...{ approved, operating, blocked, reserved },
});
const day = (effectiveOn: string, ...of: Parameters<typeof counts>): BedDay => ({ effectiveOn, ...counts(...of) });
const refusalOf = (work: () => unknown): Refusal['detail'] & { code?: string } => {
  try {
    work();
    return {};
  } catch (error) {
    const { code, detail } = error as Refusal;
    return { code, ...detail };
  }
};

describe('beds day by day', () => {
  const days = [day('2024-01-10', 120), day('2024-03-01', 120, 100), day('2024-06-01', 150, 140)];

  it('REG-21 holds from its day until the next one', () => {
    expect(countsOn(days, '2024-01-09')).toEqual(counts(0));
    expect(countsOn(days, '2024-02-29')).toEqual(counts(120));
    expect(countsOn(days, '2024-03-01')).toEqual(counts(120, 100));
    expect(countsOn(days, '2024-12-31')).toEqual(counts(150, 140));
  });

  it('REG-21 moves the later days with a change that comes between', () => {
    expect(moveFrom(days, '2024-04-01', counts(0, -10))).toEqual([
      day('2024-04-01', 120, 90),
      day('2024-06-01', 150, 130),
    ]);
    expect(moveFrom(days, '2024-06-01', counts(0, 0, 2))).toEqual([day('2024-06-01', 150, 140, 2)]);
  });

  it.each<[string, BedCounts, boolean]>([
    ['operating as many as approved', counts(120, 120), true],
    ['operating one more', counts(120, 121), false],
    ['blocked as many as operating', counts(120, 100, 100), true],
    ['blocked one more', counts(120, 100, 101), false],
    ['reserved as many as operating', counts(700, 700, 0, 700), true],
    ['reserved one more', counts(700, 700, 0, 701), false],
    ['none below zero', counts(0), true],
    ['one below zero', counts(0, -1, -1), false],
  ])('REG-21 %s', (_, of, addsUp) => {
    const { code, rule, clause } = refusalOf(() => assertAddUp('CARE', [{ ...of, effectiveOn: '2024-01-01' }]));
    expect(code).toBe(addsUp ? undefined : 'BED_COUNTS_DO_NOT_ADD_UP');
    if (!addsUp) expect({ rule, clause }).toEqual({ rule: 'REG-21', clause: expect.stringContaining('003篇二') });
  });

  it('REG-21 leaves what is not named as it is on the day', () => {
    expect(setCounts('CARE', days, { effectiveOn: '2024-03-01', operating: 90 })).toEqual([
      { kind: 'CARE', ...counts(0, -10) },
    ]);
    expect(setCounts('REHAB', [], { effectiveOn: '2024-03-01', approved: 20 })).toEqual([
      { kind: 'REHAB', ...counts(20, 0) },
    ]);
  });

  it('begins today or on a day that can be foreseen', () => {
    const code = (on: string) => refusalOf(() => assertForeseeable(on, '2024-03-01')).code;
    expect(['2024-02-29', '2024-03-01', '2029-12-31', '2030-01-01'].map(code)).toEqual([
      ...['BED_CHANGE_DAY', undefined],
      ...[undefined, 'BED_CHANGE_DAY'],
    ]);
  });
});

describe('conversion', () => {
  const primary: Holder = {
    ...{ kind: 'TOWNSHIP_HOSPITAL', level: 1, ownership: 'PUBLIC_RUN', hasMedicalBranch: false },
  };
  const rule = {
    ...{ from: 'MEDICAL', to: 'CARE', holderKinds: ['TOWNSHIP_HOSPITAL'], maxLevel: null },
    ...{ operationModes: null, requires: null },
  };
  const policy = (...rules: object[]) => ({ rules: rules as BedConversionRule[], because: { clause: '三(八)' } });
  const convert = (count: number, holder = primary, by = policy(rule)) =>
    convertBeds({ from: 'MEDICAL', to: 'CARE', count }, holder, by);

  it('REG-22 of 80 medical beds, 60 occupied: 30 are refused, 20 become care beds and the sum stays', () => {
    const use = { free: 20, asOf: null };
    const asked = (count: number) => reductionOf(convert(count));
    expect(asked(30)).toEqual({ bedKind: 'MEDICAL', count: 30 });
    expect(refusalOf(() => assertSpare(asked(30) as never, use))).toMatchObject({
      ...{ code: 'BEDS_IN_USE', rule: 'REG-22', inputs: { bedKind: 'MEDICAL', asked: 30, spare: 20 } },
    });
    expect(refusalOf(() => assertSpare(asked(21) as never, use)).code).toBe('BEDS_IN_USE');
    expect(refusalOf(() => assertSpare(asked(20) as never, use)).code).toBeUndefined();
    const [fewer, more] = convert(20);
    const after = [plus(counts(80), fewer as BedCounts), plus(counts(0), more as BedCounts)];
    expect(after).toEqual([counts(60), counts(20)]);
  });

  it.each<[string, Partial<Holder>, object, boolean]>([
    ['the kind of holder', {}, {}, true],
    ['another kind of holder', { kind: 'GENERAL_HOSPITAL' }, {}, false],
    ['any kind of holder', { kind: 'GENERAL_HOSPITAL' }, { holderKinds: null }, true],
    ['the highest level', { level: 2 }, { maxLevel: 2 }, true],
    ['a level above it', { level: 3 }, { maxLevel: 2 }, false],
    ['no level where one is asked for', { level: null }, { maxLevel: 2 }, false],
    ['the way of operation', {}, { operationModes: ['PUBLIC_RUN'] }, true],
    ['another way of operation', { ownership: 'PRIVATE_RUN' }, { operationModes: ['PUBLIC_RUN'] }, false],
    ['a medical branch', { hasMedicalBranch: true }, { requires: 'MEDICAL_BRANCH' }, true],
    ['no medical branch', {}, { requires: 'MEDICAL_BRANCH' }, false],
    ['surplus beds, which are all that may go', {}, { requires: 'SURPLUS' }, true],
    ['another kind of bed', {}, { to: 'NURSING' }, false],
  ])('P-45 looks at %s', (_, holder, entry, isAllowed) => {
    const {
      code,
      rule: by,
      clause,
    } = refusalOf(() => convert(10, { ...primary, ...holder }, policy({ ...rule, ...entry })));
    expect(code).toBe(isAllowed ? undefined : 'CONVERSION_NOT_ALLOWED');
    if (!isAllowed) expect([by, clause]).toEqual(['REG-22', '三(八)']);
  });

  it('REG-22 is refused where the region lists none', () => {
    expect(refusalOf(() => convert(10, primary, policy())).code).toBe('CONVERSION_NOT_ALLOWED');
  });
});

describe('a change of beds', () => {
  const steps = ['confirm', 'refuse', 'takeEffect', 'withdraw'] as const satisfies readonly BedChangeStep[];

  it.each(Object.keys(STEPS) as BedChangeStatus[])('goes on from %s exactly where the table says', (status) => {
    for (const step of steps) {
      const possible = (STEPS[status] as readonly BedChangeStep[]).includes(step);
      if (possible) expect(afterStep(status, step)).not.toBe(status);
      else expect(refusalOf(() => afterStep(status, step)).code).toBe('BED_CHANGE_STATE');
    }
  });

  it('takes beds away where fewer can be given out, blocked ones among them', () => {
    const line = (of: BedCounts) => reductionOf([{ kind: 'CARE', ...of }]);
    expect(line(counts(0, -5))).toEqual({ bedKind: 'CARE', count: 5 });
    expect(line(counts(0, 0, 3))).toEqual({ bedKind: 'CARE', count: 3 });
    expect(line(counts(0, 5, 3))).toBeUndefined();
    expect(line(counts(0, -5, -5))).toBeUndefined();
    expect(line(counts(-5, 0))).toBeUndefined();
  });

  it('never holds from a day that has passed', () => {
    expect(holdsFrom('2024-03-02', '2024-03-01')).toBe('2024-03-02');
    expect(holdsFrom('2024-02-28', '2024-03-01')).toBe('2024-03-01');
  });
});
