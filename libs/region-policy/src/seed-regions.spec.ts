import type { PolicyKey, PolicyValue, RuleId } from './parameters.js';
import { isRuleApplied, resolvePolicy } from './resolve-policy.js';
import { SEED_POLICY_SETS } from './sets/index.js';

const on = '2024-05-01';

function value<K extends PolicyKey>(key: K, division: string, at = on): PolicyValue<K> | undefined {
  return resolvePolicy(SEED_POLICY_SETS, key, division, at)?.value;
}

// Requirements §2: [region, division, P-10 months, P-11 months, P-12 working days, P-15].
const DESIGNATION: [string, string, number, number | null, number | null, boolean][] = [
  ['Jiangxi', '360000', 3, null, null, false],
  ['Nanjing', '320100', 3, null, null, false],
  ['Changzi', '140428', 3, null, null, true],
  ['Mingshui', '231225', 3, null, null, false],
  ['Chongqing', '500000', 3, null, null, false],
  ['Beijing', '110000', 3, null, null, false],
  ['Fangshan', '110111', 3, null, null, false],
  ['Tongren', '520600', 3, null, null, false],
  ['Xianning', '421200', 3, 3, null, true],
  ['Wenshan', '532600', 0, null, 30, true],
  ['Shanghai', '310000', 3, null, null, false],
  ["Lu'an", '341500', 3, null, null, false],
  ['Gongshu', '330105', 3, null, null, false],
  ['a county of no seed', '652901', 3, null, null, false],
];

// P-13 and P-14: [region, division, schemes, methods].
const MONEY: [string, string, string[], string[]][] = [
  ['Changzi', '140428', ['EMPLOYEE', 'RESIDENT'], ['PER_DISEASE', 'DRG', 'PER_DIEM']],
  ['Fangshan by Beijing', '110111', ['EMPLOYEE', 'RESIDENT'], ['PER_DISEASE', 'DRG', 'PER_DIEM']],
  ['Xianning', '421200', ['RESIDENT'], ['PER_DISEASE', 'DRG', 'PER_DIEM']],
  ['Chongqing', '500229', ['EMPLOYEE', 'RESIDENT'], ['PER_DISEASE', 'DRG', 'PER_DIEM']],
  ['Wenshan', '532601', ['EMPLOYEE', 'RESIDENT'], ['DIP', 'PER_DIEM']],
  ['Jiangxi', '360100', ['EMPLOYEE', 'RESIDENT'], ['PER_DIEM']],
  ['Tongren', '520602', ['EMPLOYEE', 'NCMS'], ['FEE_FOR_SERVICE']],
  ['Shanghai', '310101', ['EMPLOYEE', 'RESIDENT', 'TOWN', 'NCMS'], ['FEE_FOR_SERVICE']],
];

const DEMO_RULES: RuleId[] = ['CON-02', 'REF-05', 'REF-06', 'REF-07', 'REF-09', 'REF-13'];

describe('seed regions', () => {
  it.each(DESIGNATION)('P-10 P-11 P-12 P-15 %s (%s): %j, %j, %j, %j', (_region, division, p10, p11, p12, p15) => {
    expect(value('designation.minOperatingMonths', division)).toBe(p10);
    expect(value('designation.evaluationMaxMonths', division)).toBe(p11);
    expect(value('designation.agreementMaxWorkingDays', division)).toBe(p12);
    expect(value('deductibleContinuity', division)).toBe(p15);
  });

  it.each(MONEY)('P-13 P-14 %s (%s)', (_region, division, schemes, methods) => {
    expect(value('designation.schemes', division)).toEqual(schemes);
    expect(value('paymentMethods', division)).toEqual(methods);
  });

  it('D3 keeps the contradiction of Wenshan and Xianning side by side', () => {
    expect(value('designation.minOperatingMonths', '532601')).toBe(0);
    expect(value('designation.minOperatingMonths', '421202')).toBe(3);
  });

  it('D7 reuses fire certificates in Xianning, not in Wenshan, and in Jiangxi only for primary institutions', () => {
    expect(value('reusableQualifications', '421202')).toContain('FIRE');
    expect(value('reusableQualifications', '532601')).toEqual(['CONSTRUCTION', 'FOOD_SAFETY', 'SANITATION']);
    expect(value('eligibleHolderTypes', '421202')).toBeNull();
    expect(value('eligibleHolderTypes', '360121')).toEqual([
      'COMMUNITY_HEALTH_CENTRE',
      'COMMUNITY_HEALTH_STATION',
      'TOWNSHIP_HOSPITAL',
    ]);
  });

  it('D8 REG-07 excludes five types from two-in-one in Xianning, three in Wenshan', () => {
    const three = ['EMERGENCY_CENTRE', 'EMERGENCY_STATION', 'CLINICAL_LABORATORY'];
    expect(value('twoInOneExcludedTypes', '532601')).toEqual(three);
    expect(value('twoInOneExcludedTypes', '421202')).toEqual([
      ...three,
      'SINO_FOREIGN_JOINT',
      'HONG_KONG_MACAO_TAIWAN_SOLE',
    ]);
    expect(value('twoInOneExcludedTypes', '652901')).toEqual(value('twoInOneExcludedTypes', '421202'));
  });

  it('P-21 files the four internal kinds everywhere', () => {
    const four = ['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION'];
    for (const division of ['421202', '532601', '360000']) expect(value('internalFilingTypes', division)).toEqual(four);
  });

  it('starts a dated plan on its day: Changzi on 2021-11-24', () => {
    expect(value('deductibleContinuity', '140428', '2021-11-23')).toBe(false);
    expect(value('deductibleContinuity', '140428', '2021-11-24')).toBe(true);
  });
});

describe('demonstration set DEMO-421202', () => {
  it('inherits Xianning: P-10 = 3, P-11 = 3, P-15 = true, residents', () => {
    expect(value('designation.minOperatingMonths', '421202')).toBe(3);
    expect(value('designation.evaluationMaxMonths', '421202')).toBe(3);
    expect(value('deductibleContinuity', '421202')).toBe(true);
    expect(value('designation.schemes', '421202')).toEqual(['RESIDENT']);
  });

  it.each(DEMO_RULES)('switches %s on in 421202, not in the rest of Xianning', (rule) => {
    expect(isRuleApplied(SEED_POLICY_SETS, rule, '421202', on)).toBe(true);
    expect(isRuleApplied(SEED_POLICY_SETS, rule, '421221', on)).toBe(false);
  });

  it('has the example amounts of standards §10', () => {
    const deductible = value('settlement.deductibles', '421202')?.filter((row) => row.scheme === 'RESIDENT');
    expect(deductible?.map((row) => [row.level, row.firstFen, row.againFen])).toEqual([
      [1, 20_000, 20_000],
      [2, 50_000, 50_000],
      [3, 100_000, 80_000],
    ]);
    const ratios = value('settlement.poolRatios', '421202') ?? [];
    const of = (personType: string) => ratios.filter((row) => row.personType === personType).map((row) => row.ratio);
    expect([of('RESIDENT'), of('ACTIVE'), of('RETIREE')]).toEqual([
      ['0.85', '0.75', '0.65'],
      ['0.90', '0.88', '0.85'],
      ['0.92', '0.90', '0.87'],
    ]);
    expect(value('settlement.poolCaps', '421202')?.every((row) => row.capFen === 15_000_000)).toBe(true);
    expect(value('settlement.majorIllness', '421202')?.[0]).toMatchObject({ fromFen: 1_200_000, capFen: 30_000_000 });
  });

  it('gives no amounts outside 421202: no region states any', () => {
    expect(value('settlement.deductibles', '421200')).toBeUndefined();
    expect(value('settlement.poolRatios', '000000')).toBeUndefined();
  });
});

describe('project defaults', () => {
  it('time referrals, grants, chains and assessments until a region says otherwise', () => {
    expect(value('referral.answerMinutes', '421202')).toEqual({ EMERGENCY: 15, URGENT: 30, ROUTINE: 1440 });
    expect(value('referral.expiryHours', '421202')).toMatchObject({ UP: 24, DOWN: 48 });
    expect(value('bedHoldHours', '421202')).toBe(24);
    expect(value('grantTailDays', '421202')).toBe(30);
    expect(value('transferDocumentHours', '421202')).toBe(24);
    expect(value('acceptedReferralValidityDays', '421202')).toBe(7);
    expect(value('chain.maxGapDays', '421202')).toBe(7);
    expect(value('assessment.adjustmentMode', '421202')).toBe('single');
    expect(value('assessment.validityMonths', '421202')).toBe(12);
  });
});
