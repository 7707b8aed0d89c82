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
    ...rulesOn(DOCUMENT, {
      'REG-50': '(十七)',
      'GOV-13': '(七)',
    }),
  },
});
