import { SEED_POLICY_SETS, type PolicySet } from '@yiyang/region-policy';
import { aFact, aHome, aLiaisonForm, anAgreement, aPartner, policyFor, unit, XIANNING } from '../testing/an-input.js';
import { assessCompliance, nextChange, POLICY_KEYS } from './assess-compliance.js';
import type { ComplianceInput } from './compliance-input.js';
import { RULES } from './rules.js';

const changesOn = (input: ComplianceInput) => nextChange(input, assessCompliance(input, policyFor(input)));

describe('all rules', () => {
  it('stand once each, and their findings have one code shape', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(POLICY_KEYS).toContain('supervisionModel');
    const home = aHome({ agreements: [anAgreement({ mechanisms: [] })] });
    for (const outcome of assessCompliance(home, policyFor(home)))
      if (outcome.outcome === 'FINDING')
        for (const { code } of outcome.verdict.findings) expect(code).toMatch(/^[A-Z][A-Z_]{2,47}$/);
  });

  it('name their clause, whoever asks', () => {
    const home = aHome();
    for (const outcome of assessCompliance(home, policyFor(home)))
      if (outcome.outcome !== 'NOT_APPLIED') expect(outcome.source.clause).not.toBe('');
  });

  it('are switched off by a policy set that says so', () => {
    const home = aHome();
    const value = { value: false, source: { document: '示范县文件', clause: '1' } };
    const county: PolicySet = {
      ...{
        id: '00000000-0000-7000-8000-0000000000aa',
        name: 'COUNTY',
        division: home.division,
        validFrom: '2024-01-01',
        validTo: null,
        version: 1,
      },
      ...{ recordedAt: '2026-06-01T00:00:00Z', values: { 'rules.REG-37': value } },
    };
    const off = assessCompliance(home, policyFor(home, [...SEED_POLICY_SETS, county]));
    expect(off.find(({ rule }) => rule.id === 'REG-37')).toMatchObject({ because: 'NOT_IN_FORCE_HERE' });
  });
});

describe('the next day to look', () => {
  const quiet = aHome({ startedOn: null, units: [unit('INFIRMARY')], division: XIANNING });

  it('is none while nothing begins or ends', () => {
    expect(changesOn(quiet)).toBeUndefined();
  });

  it.each([
    ['the day after a unit’s last', { units: [unit('INFIRMARY', '2024-09-30')] }, '2024-10-01'],
    [
      'the first of an agreement',
      { agreements: [anAgreement({ validFrom: '2024-06-01', validTo: null })] },
      '2024-06-01',
    ],
    [
      'the day after a partner’s last',
      {
        agreements: [
          anAgreement({ validTo: null, partner: { qualifications: unit('CLINIC', '2024-06-30').qualifications } }),
        ],
      },
      '2024-07-01',
    ],
    [
      'the day after the last of who a liaison form names',
      {
        liaisonForms: [
          aLiaisonForm({ partner: aPartner({ qualifications: unit('CLINIC', '2024-06-30').qualifications }) }),
        ],
      },
      '2024-07-01',
    ],
    ['the day after a fact’s last', { facts: [aFact('COUNTY_SEAT', {}, { validTo: '2024-05-20' })] }, '2024-05-21'],
    ['the day on which a drill is overdue', { startedOn: '2023-06-01' }, '2024-06-02'],
  ] as [string, Partial<ComplianceInput>, string][])('is %s', (_, of, day) => {
    expect(changesOn({ ...quiet, ...of })).toBe(day);
  });
});
