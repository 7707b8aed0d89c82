import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇十 文山州';
const clause = clausesOf(DOCUMENT);

/** Wenshan prefecture (文山州), which contradicts Xianning on designation, fire safety and exclusions. */
export const WENSHAN = seedSet({
  name: 'WENSHAN',
  division: '532600',
  validFrom: UNDATED,
  values: {
    'designation.minOperatingMonths': { value: 0, source: clause('(十六)') },
    'designation.agreementMaxWorkingDays': { value: 30, source: clause('(十六)') },
    'designation.schemes': { value: ['EMPLOYEE', 'RESIDENT'], source: clause('(十六)') },
    paymentMethods: { value: ['DIP', 'PER_DIEM'], source: clause('(十六)') },
    deductibleContinuity: { value: true, source: clause('(十六)') },
    checkupNotifyMonths: { value: 1, source: clause('(五)') },
    reusableQualifications: { value: ['CONSTRUCTION', 'FOOD_SAFETY', 'SANITATION'], source: clause('(八)') },
    eligibleHolderTypes: { value: null, source: clause('(八)') },
    twoInOneMaxLevel: { value: 2, source: clause('(八)') },
    twoInOneExcludedTypes: {
      value: ['EMERGENCY_CENTRE', 'EMERGENCY_STATION', 'CLINICAL_LABORATORY'],
      source: clause('(八)'),
    },
    healthManagementRateTarget65: { value: { share: '0.70', byYear: null }, source: clause('目标') },
    geriatricDeptShareTarget: { value: { share: '0.50', byYear: null }, source: clause('目标, (四)') },
    minElderNursingHospitals: { value: { count: 3, per: 'DIVISION', byYear: null }, source: clause('目标') },
    minCommunityIntegratedInstitutions: {
      value: { count: 8, per: 'DIVISION', byYear: null },
      source: clause('目标'),
    },
    contractCoverage: {
      value: [{ scope: 'CARE_INSTITUTIONS', partner: 'ANY', stages: ['1'] }],
      source: clause('(二)'),
    },
    losExclusion: { value: 'INTEGRATED_GERIATRIC_HOSPICE_BEDS', source: clause('(十九)') },
    // 「按照国家部署，积极推进长期护理保险试点」: none yet.
    ltci: { value: [], source: clause('(十六)') },
    homeBedPilot: { value: { minCommunitiesPerCounty: 1, counties: 8 }, source: clause('(一)') },
    supportInstitutionPerCounty: { value: { count: 1, per: 'COUNTY', byYear: null }, source: clause('(二)') },
    supervisionModel: { value: 'SEPARATE', source: clause('(十)') },
    homeServiceInsurances: {
      value: ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT'],
      source: clause('(一)'),
    },
    ...rulesOn(DOCUMENT, {
      'REG-33': '(三)',
      'REG-50': '(十九)',
      'CON-24': '(二)',
      'OPS-09': '(五)',
    }),
  },
});
