import { endValue } from './end-value.js';
import type { SoundValue } from './proposed-values.js';

const value: SoundValue = {
  key: 'fireDrillMonths',
  value: 12,
  validFrom: '2026-01-01',
  validTo: null,
  document: '咸政发〔2026〕1号',
  clause: '(一)',
};

describe('ending a policy value', () => {
  it('GOV-15 keeps the value and its source and gives it a last day, its first day at the earliest', () => {
    expect(endValue(value, '2026-06-30')).toEqual({ ...value, validTo: '2026-06-30' });
    expect(endValue(value, '2026-01-01')).toMatchObject({ validTo: '2026-01-01' });
    expect(() => endValue(value, '2025-12-31')).toThrow('POLICY_PERIOD');
  });

  it('ends earlier what had a later end, and not again what has ended by then', () => {
    const ending = { ...value, validTo: '2026-06-30' };
    expect(endValue(ending, '2026-06-29')).toMatchObject({ validTo: '2026-06-29' });
    expect(() => endValue(ending, '2026-06-30')).toThrow('POLICY_VALUE_ENDED');
    expect(() => endValue(ending, '2026-07-01')).toThrow('POLICY_VALUE_ENDED');
  });
});
