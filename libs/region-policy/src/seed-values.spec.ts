import { isPolicyKey, PARAMETERS } from './parameters.js';
import type { PolicyKey, RuleId } from './parameters.js';
import { isRuleApplied, resolvePolicy } from './resolve-policy.js';
import { bindTemplate } from './policy-set.js';
import { CHONGQING_DISTRICT, SEED_POLICY_SETS } from './sets/index.js';

const WANZHOU = '500101';
const id = '00000000-0000-7000-8000-000000500101';
const SETS = [
  ...SEED_POLICY_SETS,
  bindTemplate(CHONGQING_DISTRICT, { id, name: 'CHONGQING-DISTRICT-500101', division: WANZHOU }),
];
const LABOUR_BUREAU = 'HUMAN_RESOURCES_AND_SOCIAL_SECURITY';
const share = (of: string, byYear: number | null = null) => ({ share: of, byYear });
const count = (of: number, per: string, byYear: number | null = null) => ({ count: of, per, byYear });

// Requirements §2, row by row: [row, key, division, value].
const VALUES: [string, string, string, unknown][] = [
  ['P-10 D3', 'designation.minOperatingMonths', WANZHOU, 3],
  ['P-11 D4', 'designation.evaluationMaxMonths', WANZHOU, 3],
  ['P-12 D4', 'designation.agreementMaxWorkingDays', WANZHOU, null],
  ['P-13', 'designation.schemes', WANZHOU, ['EMPLOYEE', 'RESIDENT']],
  ['P-14 D5', 'paymentMethods', WANZHOU, ['PER_DISEASE', 'DRG', 'PER_DIEM']],
  ['P-15', 'deductibleContinuity', WANZHOU, true],
  ['P-18', 'checkupNotifyMonths', '532600', 1],
  ['P-20 D7', 'reusableQualifications', WANZHOU, ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION']],
  ['P-20 D7', 'reusableQualifications', '652901', []],
  ['P-21', 'internalFilingTypes', WANZHOU, ['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION']],
  ['P-22 D8', 'twoInOneExcludedTypes', WANZHOU, []],
  ['P-03', 'healthManagementRateTarget65', '320100', share('0.70', 2020)],
  ['P-03', 'healthManagementRateTarget65', '532600', share('0.70')],
  ['P-03', 'healthManagementRateTarget65', WANZHOU, share('0.72')],
  ['P-03', 'healthManagementRateTarget65', '520600', share('0.80')],
  ['P-03', 'healthManagementRateTarget65', '360000', undefined],
  ['P-04', 'nursingBedShareTarget', '320100', share('0.80', 2020)],
  ['P-04', 'nursingBedShareTarget', '110111', share('0.50')],
  ['P-04', 'nursingBedShareTarget', '421200', share('0.50')],
  ['P-04', 'nursingBedShareTarget', '532600', undefined],
  [
    'P-05',
    'careInstitutionMedicalCoverageTarget',
    '320100',
    [
      { indicator: 'MEDICAL_SERVICE', share: '0.90', byYear: 2020 },
      { indicator: 'ANY_FORM', share: '1', byYear: 2020 },
    ],
  ],
  ['P-05', 'careInstitutionMedicalCoverageTarget', WANZHOU, [{ indicator: 'ANY_FORM', share: '1', byYear: null }]],
  ['P-06', 'contractCoverage', '532600', [{ scope: 'CARE_INSTITUTIONS', partner: 'ANY', stages: ['1'] }]],
  ['P-06', 'contractCoverage', '421200', [{ scope: 'WITHOUT_INTERNAL_MEDICAL', partner: 'ANY', stages: ['1'] }]],
  [
    'P-06',
    'contractCoverage',
    '310000',
    [
      { scope: 'CARE_INSTITUTIONS', partner: 'COMMUNITY_HEALTH_CENTRE_OR_OTHER', stages: ['1'] },
      { scope: 'COMMUNITY_DAY_CARE', partner: 'COMMUNITY_HEALTH_CENTRE', stages: ['0.50', '1'] },
    ],
  ],
  ['P-07', 'geriatricDeptShareTarget', WANZHOU, share('0.70')],
  ['P-07', 'geriatricDeptShareTarget', '532600', share('0.50')],
  ['P-08', 'minElderNursingHospitals', WANZHOU, count(1, 'DIVISION')],
  ['P-08', 'minElderNursingHospitals', '532600', count(3, 'DIVISION')],
  ['P-09', 'minCommunityIntegratedInstitutions', WANZHOU, count(5, 'DIVISION')],
  ['P-09', 'minCommunityIntegratedInstitutions', '500102', count(1, 'COUNTY')],
  ['P-09', 'minCommunityIntegratedInstitutions', '532600', count(8, 'DIVISION')],
  ['P-09', 'minCommunityIntegratedInstitutions', '320100', count(1, 'STREET', 2020)],
  ['P-16 D6', 'losExclusion', '360000', 'PER_DIEM_BEDS'],
  ['P-16 D6', 'losExclusion', WANZHOU, 'INTEGRATED_GERIATRIC_HOSPICE_BEDS'],
  ['P-16 D6', 'losExclusion', '532600', 'INTEGRATED_GERIATRIC_HOSPICE_BEDS'],
  ['P-16 D6', 'losExclusion', '421200', 'NONE'],
  ['P-17', 'ltci', '110111', [{ division: '110107', from: null, schemes: null }]],
  ['P-17', 'ltci', '360000', []],
  ['P-17', 'ltci', '421200', []],
  ['P-17', 'ltci', '532600', []],
  ['P-17', 'ltci', '320100', []],
  ['P-17', 'ltci', '652901', []],
  ['P-19', 'serviceCircleMinutes', '320100', { urban: 15, rural: null }],
  ['P-19', 'serviceCircleMinutes', '520600', { urban: 15, rural: 30 }],
  ['P-23', 'elderNursingBedShare60', '310000', { total: '0.015', medical: '0.0075', care: '0.0075' }],
  [
    'P-24',
    'rehabSites',
    '320100',
    { urbanCommunities: '0.70', ruralCommunities: '0.50', rehabBeds: '0.70', rehabHospitalsPerDistrict: 1 },
  ],
  ['P-25', 'socialRunShareTarget', '320100', share('0.80', 2020)],
  ['P-26', 'socialWorkerRatio', '421200', { eldersPerWorker: 1000, careBedsPerWorker: 100 }],
  ['P-27', 'homeBedPilot', '532600', { minCommunitiesPerCounty: 1, counties: 8 }],
  ['P-28', 'supportInstitutionPerCounty', '532600', count(1, 'COUNTY')],
  ['P-29', 'assessmentCentreMin', '140428', count(1, 'DIVISION')],
  ['P-30', 'freeClinicPerYear', '310000', { minLevel: 2, perYear: 1 }],
  ['P-31', 'tcmCapableShareTarget', '341500', share('0.80')],
  ['P-33', 'monitoringCycle', '500102', 'QUARTERLY'],
  ['P-33', 'monitoringCycle', '320100', 'REGULAR'],
  ['P-33', 'monitoringCycle', '520600', 'ANNUAL'],
  ['P-33', 'monitoringCycle', '310000', 'ANNUAL'],
  ['P-33', 'monitoringCycle', '360000', 'QUARTERLY'],
  ['P-34 D9', 'supervisionModel', '140428', 'HEALTH_LEADS'],
  ['P-34 D9', 'supervisionModel', '421200', 'HEALTH_LEADS'],
  ['P-34 D9', 'supervisionModel', WANZHOU, 'HEALTH_LEADS'],
  ['P-34 D9', 'supervisionModel', '532600', 'SEPARATE'],
  ['P-34 D9', 'supervisionModel', '310000', 'BY_SUBJECT'],
  ['P-34 D9', 'supervisionModel', '652901', 'HEALTH_LEADS'],
  ['P-35', 'homeVisitFee', '360000', 'SET_BY_INSTITUTION'],
  ['P-35', 'homeVisitFee', '421200', 'OFF'],
  ['P-36', 'homeServiceInsurances', '421200', ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT']],
  ['P-36', 'homeServiceInsurances', WANZHOU, ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT']],
  ['P-36', 'homeServiceInsurances', '532600', ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT']],
  ['P-36', 'homeServiceInsurances', '320100', []],
  ['P-37', 'liaisonStaffMin', '520600', { doctors: 1, nurses: 1 }],
  ['P-37', 'liaisonStaffMin', '421200', undefined],
  ['P-38', 'settlementSegments', '310000', ['ACCOUNT', 'OWN_PAY', 'SUPPLEMENTARY_FUND']],
  ['P-39', 'insurancePrepayment', '360000', true],
  ['P-39', 'insurancePrepayment', '421200', false],
  ['P-39', 'globalBudget', '360000', true],
  ['P-39', 'globalBudget', '421200', false],
  ['P-42', 'ageBounds', '652901', { healthManagement: 65, statistics: 60, oldOld: 80 }],
  ['P-43', 'fundingCatalogueAdds', '341500', ['TCM_PREPARATION', 'ACUPUNCTURE', 'THERAPEUTIC_TUINA']],
  ['P-43', 'fundingCatalogueAdds', '421200', ['MEDICAL_REHAB']],
  ['P-44', 'lifeExpectancyTarget', WANZHOU, '78.5'],
  [
    'P-46',
    'exchangeMilestones',
    '320100',
    [
      { milestone: 'SCHEME', dueOn: '2017-12-31' },
      { milestone: 'HOTLINES_120_12349', dueOn: '2017-12-31' },
      { milestone: 'REAL_TIME_EXCHANGE', dueOn: '2020-12-31' },
    ],
  ],
  ['D10', 'insuranceDepartment', '320100', LABOUR_BUREAU],
  ['D10', 'insuranceDepartment', '310000', LABOUR_BUREAU],
  ['D10', 'insuranceDepartment', '520600', LABOUR_BUREAU],
  ['D10', 'insuranceDepartment', '421200', 'HEALTHCARE_SECURITY'],
  ['REG-13', 'greenChannel.limitWorkingDays', '421200', 10],
  ['REG-58', 'tcmElderWard.minGrade', '341500', 'LEVEL_2_A'],
  ['REG-60', 'fireDrillMonths', '421200', 12],
  ['CON-04', 'agreement.expiryWarningDays', '421200', 30],
  ['CON-10', 'agreement.checkCycleMonths', '520600', 6],
  ['CON-22', 'counterpartSupport.minLevel', '320100', 2],
  ['SET-03', 'designation.evaluationWarningDays', '421200', 15],
];

// Values that are the same as the project's default, and yet say which document gives them: [row, key, divisions].
const STATED: [string, PolicyKey, string[]][] = [
  ['P-10', 'designation.minOperatingMonths', ['140428', '421200', WANZHOU]],
  ['P-13', 'designation.schemes', [WANZHOU, '532600']],
  ['P-17', 'ltci', ['320100', '360000', '421200', '532600']],
  ['P-18', 'checkupNotifyMonths', ['140428', '421200', WANZHOU, '532600']],
  ['P-21', 'internalFilingTypes', ['421200', WANZHOU]],
  ['P-22', 'twoInOneExcludedTypes', ['421200']],
  ['P-33', 'monitoringCycle', ['500000']],
  ['P-34', 'supervisionModel', ['140428', '421200', WANZHOU]],
  ['P-42', 'ageBounds', ['110111', '231225', '310000']],
];

// Region column of the REG and CON rows: [source region, a division of it, rules].
const SWITCHES: [string, string, RuleId[]][] = [
  ['Jiangxi', '360121', ['REG-25', 'REG-27', 'REG-38', 'REG-39', 'REG-40', 'REG-57', 'REG-59', 'CON-02', 'CON-18']],
  ['Gongshu', '330105', ['REG-28', 'REG-29', 'REG-30', 'REG-47', 'CON-23']],
  ['Wenshan', '532601', ['REG-33', 'REG-50', 'CON-24']],
  ['the Chongqing district', WANZHOU, ['REG-50']],
  ['Nanjing', '320106', ['REG-43', 'CON-20', 'CON-22']],
  ["Lu'an", '341502', ['REG-45', 'REG-58', 'CON-25']],
  ['Tongren', '520602', ['REG-52', 'CON-07', 'CON-09']],
  ['Shanghai', '310101', ['REG-54', 'CON-06', 'CON-19']],
  ['Mingshui', '231225', ['CON-14']],
];

describe('values of requirements §2', () => {
  it.each(VALUES)('%s %s in %s', (_row, key, division, expected) => {
    if (!isPolicyKey(key)) throw new Error(`no parameter ${key}`);
    expect(resolvePolicy(SETS, key, division, '2024-05-01')?.value).toEqual(expected);
  });

  it.each(STATED)('%s %s stands in the document of the region itself', (_row, key, divisions) => {
    const documents = divisions.map((division) => resolvePolicy(SETS, key, division, '2024-05-01')?.source);
    expect(new Set(documents).size).toBe(divisions.length);
    expect(documents).not.toContain('project default');
  });

  it('P-17 insures employees of four districts of Chongqing from May 2019', () => {
    expect(resolvePolicy(SETS, 'ltci', '500102', '2024-05-01')?.value).toEqual(
      ['500104', '500113', '500231', '500240'].map((division) => ({
        division,
        from: '2019-05-01',
        schemes: ['EMPLOYEE'],
      })),
    );
  });

  it('P-32 is national: five years, 60 %, more than 50 %, 95 %, three years out, every two years, 100 places', () => {
    const found = resolvePolicy(SETS, 'demonstration', '421202', '2024-05-01');
    expect(found?.source).toContain('003篇七');
    expect(found?.value).toEqual({
      minOperatingYears: 5,
      minOccupancy: '0.60',
      occupancyYears: 2,
      dependentShareAbove: '0.50',
      minSatisfaction: '0.95',
      incidentFreeYears: 5,
      banYears: 3,
      cycleYears: 2,
      placesPerRound: 100,
      geriatricDeptAboveNationalAverage: true,
      minMedicalCoverage: '1',
    });
  });

  it('P-40 has five ones and four focuses in the Chongqing district and nowhere else', () => {
    const found = resolvePolicy(SETS, 'familyDoctorPackage', WANZHOU, '2024-05-01');
    expect(found?.value.items).toHaveLength(5);
    expect(found?.value.focuses).toHaveLength(4);
    expect(resolvePolicy(SETS, 'familyDoctorPackage', '500102', '2024-05-01')).toBeUndefined();
  });

  it('REG-43 and CON-03 list what Nanjing lists', () => {
    expect(resolvePolicy(SETS, 'priorityWindowServices', '320106', '2024-05-01')?.value).toHaveLength(6);
    expect(resolvePolicy(SETS, 'agreement.mechanisms', '320106', '2024-05-01')?.value).toContain('HEALTH_CONSULTATION');
    expect(resolvePolicy(SETS, 'agreement.mechanisms', '421202', '2024-05-01')?.value).toEqual([
      'HEALTH_GUIDANCE',
      'EMERGENCY',
      'APPOINTMENT',
      'ROUNDS',
      'PROFESSIONAL_GUIDANCE',
    ]);
  });

  it('every row P-01 to P-46 has a parameter', () => {
    const rows = Object.values(PARAMETERS).map(({ from }) => from);
    for (let row = 1; row <= 46; row += 1)
      expect(rows.some((from) => from.includes(`P-${String(row).padStart(2, '0')}`))).toBe(true);
  });
});

describe('rules of one region', () => {
  it.each(SWITCHES)('%s (%s) applies %j', (_region, division, rules) => {
    for (const rule of rules) expect([rule, isRuleApplied(SETS, rule, division, '2024-05-01')]).toEqual([rule, true]);
  });

  it('none of them applies where no set says so', () => {
    for (const rule of SWITCHES.flatMap(([, , rules]) => rules))
      expect([rule, isRuleApplied(SETS, rule, '652901', '2024-05-01')]).toEqual([rule, false]);
  });
});
