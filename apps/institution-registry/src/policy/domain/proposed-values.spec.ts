import type { Refusal } from '@yiyang/decisions';
import { codesOf, INSTITUTION_KINDS } from '@yiyang/standards';
import { checkProposal, type ProposedValue } from './proposed-values.js';

const sound: ProposedValue = {
  key: 'designation.minOperatingMonths',
  value: 3,
  validFrom: '2026-01-01',
  document: '咸政发〔2026〕1号',
  clause: '(一)',
};

function refused(...values: Partial<ProposedValue>[]): Refusal | undefined {
  try {
    checkProposal(
      '421200',
      values.map((of) => ({ ...sound, ...of })),
    );
    return undefined;
  } catch (error) {
    return error as Refusal;
  }
}

describe('proposed values of a policy set', () => {
  it('GOV-15 pass on with their document and clause, an open end where none is stated', () => {
    expect(checkProposal('421200', [sound])).toEqual([{ ...sound, validTo: null }]);
  });

  it.each<[string, Partial<ProposedValue>, string, string]>([
    ['an unknown key', { key: 'designation.minMonths' }, 'POLICY_KEY_UNKNOWN', 'values[1].key'],
    ['a rule written otherwise', { key: 'rules.REG-1' }, 'POLICY_KEY_UNKNOWN', 'values[1].key'],
    ['a key stated twice', {}, 'POLICY_KEY_TWICE', 'values[1].key'],
    ['a text for a number', { key: 'fireDrillMonths', value: '12' }, 'POLICY_VALUE_INVALID', 'values[1].value'],
    ['a missing value', { key: 'fireDrillMonths', value: undefined }, 'POLICY_VALUE_INVALID', 'values[1].value'],
    ['null for what must be set', { key: 'fireDrillMonths', value: null }, 'POLICY_VALUE_INVALID', 'values[1].value'],
    [
      'an end before the beginning',
      { key: 'fireDrillMonths', validTo: '2025-12-31' },
      'POLICY_PERIOD',
      'values[1].validTo',
    ],
    ['no document', { key: 'fireDrillMonths', document: undefined }, 'POLICY_SOURCE_MISSING', 'values[1].document'],
    ['an empty clause', { key: 'fireDrillMonths', clause: ' ' }, 'POLICY_SOURCE_MISSING', 'values[1].document'],
  ])('GOV-15 refuses %s and names it', (_what, of, code, path) => {
    expect(refused({}, of)).toMatchObject({ code, detail: { rule: 'GOV-15', fields: [{ path }] } });
  });

  it('refuses a value that no event can carry', () => {
    const kinds = codesOf(INSTITUTION_KINDS);
    const lines = (count: number) =>
      kinds.slice(0, count).map((kind) => ({
        ...{ from: 'CARE', to: 'REHAB', maxLevel: null, operationModes: null, requires: null },
        holderKinds: [kind, ...kinds.filter((other) => other !== kind)],
      }));
    const propose = (count: number) => refused({ key: 'bedConversion', value: lines(count) });
    expect(propose(10)).toBeUndefined();
    expect(propose(39)).toMatchObject({
      code: 'POLICY_VALUE_TOO_LONG',
      detail: { fields: [{ path: 'values[0].value' }] },
    });
  });

  it('take null where null says that there is no limit, and a period of one day', () => {
    expect(refused({ key: 'designation.evaluationMaxMonths', value: null })).toBeUndefined();
    expect(refused({ validTo: '2026-01-01' })).toBeUndefined();
  });

  it('name every value that has the fault', () => {
    const fields = refused({ clause: '' }, { key: 'fireDrillMonths' }, { key: 'ltci', value: [], document: '' });
    expect(fields?.detail.fields?.map(({ path }) => path)).toEqual(['values[0].document', 'values[2].document']);
  });
});
