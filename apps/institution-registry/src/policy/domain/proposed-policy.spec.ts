import type { ResolvedPolicy } from '@yiyang/region-policy';
import { afterProposal, changedValues, type Proposal } from './proposed-policy.js';
import type { SoundValue } from './proposed-values.js';

const holding = (value: unknown, division: string): ResolvedPolicy<unknown> => ({
  ...{ value, division, policySetId: 'set', policyVersion: 'set@1' },
  ...{ source: 'document', clause: 'clause' },
});
const sound = (of: Partial<SoundValue> = {}): SoundValue => ({
  ...{ key: 'fireDrillMonths', value: 6, validFrom: '2026-03-01', validTo: null },
  ...{ document: 'new', clause: '(一)', ...of },
});
const proposal = (of: Partial<SoundValue> = {}, inherited = holding(12, '000000')): Proposal => ({
  division: '421200',
  values: [sound(of)],
  inherited: new Map([['fireDrillMonths', inherited]]),
});
const months = (of: Proposal, now: ResolvedPolicy<unknown> | undefined, division = '421202', on = '2026-03-02') =>
  afterProposal(of, new Map(now ? [['fireDrillMonths', now]] : []), division, on).get('fireDrillMonths')?.value;

describe('what would hold after a proposal', () => {
  it('is the proposed value instead of that of the division itself, of one above, or of none', () => {
    for (const now of [holding(12, '421200'), holding(12, '000000'), undefined])
      expect(months(proposal(), now)).toBe(6);
    expect(months(proposal(), holding(12, '421200'), '421200')).toBe(6);
  });

  it('is the value of a nearer division where that has one', () => {
    expect(months(proposal(), holding(3, '421202'))).toBe(3);
  });

  it('counts from the first day of validity to the last; after it the division inherits', () => {
    const of = proposal({ validTo: '2026-03-31' });
    const on = (day: string) => months(of, holding(9, '421200'), '421202', day);
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([9, 6, 6, 12]);
    const alone: Proposal = { ...of, inherited: new Map() };
    expect(months(alone, holding(9, '421200'), '421202', '2026-04-01')).toBeUndefined();
  });

  it('names the values that are others, and no others', () => {
    const before = new Map([
      ['fireDrillMonths', holding(12, '000000')],
      ['ltci', holding([], '000000')],
    ]);
    const after = afterProposal(proposal(), before, '421202', '2026-03-02');
    expect(changedValues(['fireDrillMonths', 'ltci'], before, after)).toEqual([
      { key: 'fireDrillMonths', before: holding(12, '000000'), after: expect.objectContaining({ value: 6 }) },
    ]);
  });
});
