import type { PolicySet, PolicyValues } from './policy-set.js';
import { isRuleApplied, resolvePolicy } from './resolve-policy.js';
import { SEED_POLICY_SETS } from './sets/index.js';
import { sourceOf } from './sourced.js';

const on = '2024-05-01';
const source = { document: 'test', clause: '1' };
const key = 'designation.minOperatingMonths';

function aSet(of: Partial<PolicySet> & { months?: number }): PolicySet {
  const values: PolicyValues = { [key]: { value: of.months ?? 1, source } };
  return {
    id: 'set',
    name: 'TEST',
    division: '421202',
    validFrom: '2024-01-01',
    validTo: null,
    recordedAt: '2024-01-01T00:00:00Z',
    version: 1,
    values,
    ...of,
  };
}

const months = (sets: readonly PolicySet[], division: string, at = on) => resolvePolicy(sets, key, division, at)?.value;

describe('resolving a policy', () => {
  const nation = aSet({ division: '000000', months: 9 });
  const province = aSet({ division: '420000', months: 8 });
  const city = aSet({ division: '421200', months: 7 });
  const county = aSet({ division: '421202', months: 6 });

  it('takes the nearest of county, prefecture, province and nation', () => {
    expect(months([nation, province, city, county], '421202')).toBe(6);
    expect(months([county, nation, province, city], '421221')).toBe(7);
    expect(months([county, nation, province, city], '429004')).toBe(8);
    expect(months([county, nation, province, city], '360000')).toBe(9);
  });

  it('never inherits upwards or sideways', () => {
    expect(months([county], '421200')).toBeUndefined();
    expect(months([county], '421221')).toBeUndefined();
    expect(months([aSet({ division: '500100' })], '500229')).toBeUndefined();
  });

  it('passes over a set that does not name the key', () => {
    expect(months([nation, aSet({ division: '421202', values: {} })], '421202')).toBe(9);
  });

  it('counts both ends of the validity and nothing beyond', () => {
    const sets = [aSet({ months: 1, validFrom: '2024-02-01', validTo: '2024-03-31' })];
    expect(['2024-01-31', '2024-02-01', '2024-03-31', '2024-04-01'].map((at) => months(sets, '421202', at))).toEqual([
      undefined,
      1,
      1,
      undefined,
    ]);
  });

  it('falls back to the division above when the nearer set has ended', () => {
    const ended = aSet({ division: '421202', months: 6, validTo: '2024-03-31' });
    expect(months([city, ended], '421202', '2024-03-31')).toBe(6);
    expect(months([city, ended], '421202', '2024-04-01')).toBe(7);
  });

  it('lets nothing older come back when a later value has ended: the division above answers', () => {
    const old = aSet({ months: 1, validFrom: '2023-01-01' });
    const ended = aSet({
      months: 2,
      validFrom: '2024-01-01',
      validTo: '2024-03-31',
      recordedAt: '2024-01-02T00:00:00Z',
    });
    const at = ['2023-12-31', '2024-01-01', '2024-03-31', '2024-04-01'];
    expect(at.map((day) => months([city, old, ended], '421202', day))).toEqual([1, 2, 2, 7]);
  });

  it('lets the later recorded set win, whatever the order, and of two alike the last', () => {
    const first = aSet({ months: 1, recordedAt: '2024-01-01T00:00:00Z' });
    const second = aSet({ months: 2, recordedAt: '2024-01-01T09:00:00+08:00' });
    expect(months([first, second], '421202')).toBe(2);
    expect(months([second, first], '421202')).toBe(2);
    expect(months([first, aSet({ months: 3 })], '421202')).toBe(3);
  });

  it('says which set, version, document and clause the value comes from', () => {
    const policy = resolvePolicy(SEED_POLICY_SETS, key, '421202', on);
    expect(policy).toEqual({
      value: 3,
      policySetId: '00000000-0000-7000-8000-000000421200',
      division: '421200',
      policyVersion: '00000000-0000-7000-8000-000000421200@1',
      source: '003篇六 咸宁市',
      clause: '(十五)',
    });
    expect(policy && sourceOf(policy)).toEqual({
      clause: '(十五)',
      source: '003篇六 咸宁市',
      policyVersion: '00000000-0000-7000-8000-000000421200@1',
    });
  });

  it('applies a rule only where a set switches it on', () => {
    expect(isRuleApplied(SEED_POLICY_SETS, 'REF-06', '520602', on)).toBe(true);
    expect(isRuleApplied(SEED_POLICY_SETS, 'REF-06', '421200', on)).toBe(false);
    expect(
      isRuleApplied([aSet({ values: { 'rules.REF-06': { value: false, source } } })], 'REF-06', '421202', on),
    ).toBe(false);
  });
});
