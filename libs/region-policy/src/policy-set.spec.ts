import { isPolicyKey } from './parameters.js';
import type { RawPolicyEntry } from './policy-set.js';
import { bindTemplate, entriesOf, parsePolicyEntry } from './policy-set.js';
import { resolvePolicy } from './resolve-policy.js';
import { CHONGQING_DISTRICT, PROJECT_DEFAULTS, SEED_POLICY_SETS } from './sets/index.js';

const raw: RawPolicyEntry = {
  policySetId: '00000000-0000-7000-8000-000000421202',
  division: '421202',
  validFrom: '2024-01-01',
  validTo: null,
  recordedAt: '2024-01-01T00:00:00Z',
  version: 1,
  key: 'designation.minOperatingMonths',
  value: 3,
  source: { document: 'test', clause: '1' },
};

describe('policy entries', () => {
  it('passes a sound row on unchanged', () => {
    expect(parsePolicyEntry(raw)).toEqual({ ok: true, entry: raw });
  });

  it.each([
    [{ key: 'designation.minOperationMonths' }, 'UNKNOWN_KEY'],
    [{ key: 'toString' }, 'UNKNOWN_KEY'],
    [{ value: '3' }, 'INVALID_VALUE'],
    [{ value: -1 }, 'INVALID_VALUE'],
    [{ key: 'rules.REF-05', value: 'yes' }, 'INVALID_VALUE'],
    [{ division: '421299' }, 'UNKNOWN_DIVISION'],
    [{ validFrom: '2024-02-30' }, 'INVALID_PERIOD'],
    [{ validTo: '2023-12-31' }, 'INVALID_PERIOD'],
    [{ source: { document: 'test', clause: ' ' } }, 'MISSING_SOURCE'],
    [{ source: { document: '', clause: '1' } }, 'MISSING_SOURCE'],
  ])('refuses %j: %s', (change, problem) => {
    expect(parsePolicyEntry({ ...raw, ...change })).toEqual({ ok: false, problem });
  });

  it('takes a period of one day', () => {
    expect(parsePolicyEntry({ ...raw, validTo: '2024-01-01' })).toMatchObject({ ok: true });
  });

  it('knows parameters and rules of every family, written as the catalogue writes them', () => {
    expect(['paymentMethods', 'rules.CON-02', 'rules.OPS-09'].every(isPolicyKey)).toBe(true);
    expect(['rules.CON-2', 'rules.XXX-01', 'rules.', 'rules.REF-005'].some(isPolicyKey)).toBe(false);
  });
});

describe('seed policy sets', () => {
  const entries = SEED_POLICY_SETS.flatMap(entriesOf);

  it('hold only sound values, each with its document and clause', () => {
    expect(entries.length).toBeGreaterThan(230);
    for (const entry of entries) {
      expect(entry.source.document.length).toBeLessThanOrEqual(80);
      expect(entry.source.clause.length).toBeLessThanOrEqual(40);
    }
  });

  it('stop at a value that does not fit its key', () => {
    const broken = { ...PROJECT_DEFAULTS, validFrom: 'yesterday' };
    expect(() => entriesOf(broken)).toThrow('PROJECT-DEFAULT');
  });

  it('are at most one for a division', () => {
    const divisions = SEED_POLICY_SETS.flatMap(({ division }) => (division === null ? [] : [division]));
    expect(new Set(divisions).size).toBe(divisions.length);
  });

  it('have ids and names of their own, and ids that are UUIDs', () => {
    expect(new Set(SEED_POLICY_SETS.map((set) => set.id)).size).toBe(SEED_POLICY_SETS.length);
    expect(new Set(SEED_POLICY_SETS.map((set) => set.name)).size).toBe(SEED_POLICY_SETS.length);
    for (const set of SEED_POLICY_SETS)
      expect(set.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('give the source "project default" to the defaults and to nothing else', () => {
    for (const entry of entries) {
      const isDefault = entry.policySetId === PROJECT_DEFAULTS.id && entry.key !== 'demonstration';
      expect(entry.source.document === 'project default').toBe(isDefault);
    }
  });

  it('survive JSON, which is how events and tables carry them', () => {
    expect(JSON.parse(JSON.stringify(SEED_POLICY_SETS))).toEqual(SEED_POLICY_SETS);
  });

  it('leave the unnamed district of Chongqing unbound until someone binds it', () => {
    const key = 'designation.minOperatingMonths';
    expect(CHONGQING_DISTRICT.division).toBeNull();
    expect(resolvePolicy([CHONGQING_DISTRICT], key, '500101', '2024-05-01')).toBeUndefined();
    const bound = bindTemplate(CHONGQING_DISTRICT, {
      id: '00000000-0000-7000-8000-000000500101',
      name: 'WANZHOU',
      division: '500101',
    });
    const found = resolvePolicy([...SEED_POLICY_SETS, bound], key, '500101', '2024-05-01');
    expect(found).toMatchObject({
      value: 3,
      policyVersion: '00000000-0000-7000-8000-000000500101@1',
      source: '003篇九 重庆市某区',
    });
    expect(resolvePolicy([...SEED_POLICY_SETS, bound], 'twoInOneExcludedTypes', '500101', '2024-05-01')?.value).toEqual(
      [],
    );
  });
});
