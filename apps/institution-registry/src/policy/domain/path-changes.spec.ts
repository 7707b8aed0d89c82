import { resolvePolicy, SEED_POLICY_SETS, type PolicyKey } from '@yiyang/region-policy';
import type { PathPolicy } from '../../application/domain/application-path.js';
import { pathChanges } from './path-changes.js';

function policyOf(division: string): PathPolicy {
  const sourced = <K extends PolicyKey>(key: K) => {
    const found = resolvePolicy(SEED_POLICY_SETS, key, division, '2026-03-01');
    if (!found) throw new Error(`${key} is not set in ${division}`);
    return found;
  };
  return {
    internalFilingTypes: sourced('internalFilingTypes'),
    twoInOneExcludedTypes: sourced('twoInOneExcludedTypes'),
    twoInOneMaxLevel: sourced('twoInOneMaxLevel'),
  };
}

const XIANNING = policyOf('421202');
const WENSHAN = policyOf('532601');

describe('application paths that would be others', () => {
  it('P-22 D8 REG-07 between Xianning and Wenshan are those of foreign capital, up to level 2', () => {
    const changes = pathChanges(XIANNING, WENSHAN);
    expect(new Set(changes.map(({ investmentOrigin }) => investmentOrigin))).toEqual(
      new Set(['SINO_FOREIGN_JOINT', 'HONG_KONG_MACAO_TAIWAN_SOLE']),
    );
    expect(new Set(changes.map(({ hospitalLevel }) => hospitalLevel))).toEqual(new Set([1, 2]));
    expect(new Set(changes.map(({ before, after }) => `${before} ${after}`))).toEqual(new Set(['APPROVAL TWO_IN_ONE']));
    const kinds = changes.map(({ kind }) => kind);
    for (const kind of ['EMERGENCY_CENTRE', 'EMERGENCY_STATION', 'CLINICAL_LABORATORY', 'INFIRMARY'])
      expect(kinds).not.toContain(kind);
  });

  it('are none where the policy is the same', () => {
    expect(pathChanges(XIANNING, { ...XIANNING })).toEqual([]);
  });
});
