import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇九 重庆市某区';
const clause = clausesOf(DOCUMENT);

/** One district of Chongqing that its plan does not name: a template, bound to no division. */
export const CHONGQING_DISTRICT = seedSet({
  name: 'CHONGQING-DISTRICT',
  division: null,
  idSuffix: '5000ff',
  validFrom: UNDATED,
  values: {
    'designation.minOperatingMonths': { value: 3, source: clause('(十五)') },
    'designation.evaluationMaxMonths': { value: 3, source: clause('(十五)') },
    // 「城乡基本医疗保险」, without the word 居民: read as both schemes.
    'designation.schemes': { value: ['EMPLOYEE', 'RESIDENT'], source: clause('(十五)') },
    paymentMethods: { value: ['PER_DISEASE', 'DRG', 'PER_DIEM'], source: clause('(十五)') },
    deductibleContinuity: { value: true, source: clause('(十五)') },
    checkupNotifyMonths: { value: 1, source: clause('(七)') },
    reusableQualifications: { value: ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'], source: clause('(十一)') },
    eligibleHolderTypes: { value: null, source: clause('(十一)') },
    internalFilingTypes: { value: ['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION'], source: clause('(十一)') },
    twoInOneMaxLevel: { value: 2, source: clause('(十一)') },
    twoInOneExcludedTypes: { value: [], source: clause('(十一)') },
    healthManagementRateTarget65: { value: { share: '0.72', byYear: null }, source: clause('目标') },
    careInstitutionMedicalCoverageTarget: {
      value: [{ indicator: 'ANY_FORM', share: '1', byYear: null }],
      source: clause('(二)'),
    },
    geriatricDeptShareTarget: { value: { share: '0.70', byYear: null }, source: clause('目标') },
    minElderNursingHospitals: { value: { count: 1, per: 'DIVISION', byYear: null }, source: clause('目标') },
    minCommunityIntegratedInstitutions: {
      value: { count: 5, per: 'DIVISION', byYear: null },
      source: clause('目标'),
    },
    losExclusion: { value: 'INTEGRATED_GERIATRIC_HOSPICE_BEDS', source: clause('(十七)') },
    supervisionModel: { value: 'HEALTH_LEADS', source: clause('(十)') },
    homeServiceInsurances: {
      value: ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT'],
      source: clause('(十七)'),
    },
    familyDoctorPackage: {
      value: {
        items: ['TEAM', 'HEALTH_RECORD', 'CHECKUP', 'ANNUAL_PLAN', 'LONG_PRESCRIPTION'],
        focuses: ['HOME_BED', 'HOME_ROUNDS', 'REHAB_NURSING', 'HOSPICE'],
      },
      source: clause('(五)'),
    },
    'agreement.mechanisms': {
      value: ['HEALTH_GUIDANCE', 'EMERGENCY', 'APPOINTMENT', 'ROUNDS', 'PROFESSIONAL_GUIDANCE'],
      source: clause('(二)'),
    },
    lifeExpectancyTarget: { value: '78.5', source: clause('目标') },
    ...rulesOn(DOCUMENT, {
      'REG-50': '(十七)',
      'GOV-13': '(七)',
    }),
  },
});
