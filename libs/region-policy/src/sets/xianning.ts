import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇六 咸宁市';
const clause = clausesOf(DOCUMENT);

/** Xianning city (咸宁市). */
export const XIANNING = seedSet({
  name: 'XIANNING',
  division: '421200',
  validFrom: UNDATED,
  values: {
    'designation.minOperatingMonths': { value: 3, source: clause('(十五)') },
    'designation.evaluationMaxMonths': { value: 3, source: clause('(十五)') },
    'designation.schemes': { value: ['RESIDENT'], source: clause('(十五)') },
    paymentMethods: { value: ['PER_DISEASE', 'DRG', 'PER_DIEM'], source: clause('(十五)') },
    deductibleContinuity: { value: true, source: clause('(十五)') },
    checkupNotifyMonths: { value: 1, source: clause('(八)') },
    reusableQualifications: { value: ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'], source: clause('(二)') },
    eligibleHolderTypes: { value: null, source: clause('(二)') },
    internalFilingTypes: { value: ['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION'], source: clause('(二)') },
    twoInOneMaxLevel: { value: 2, source: clause('(二)') },
    twoInOneExcludedTypes: {
      value: [
        'EMERGENCY_CENTRE',
        'EMERGENCY_STATION',
        'CLINICAL_LABORATORY',
        'SINO_FOREIGN_JOINT',
        'HONG_KONG_MACAO_TAIWAN_SOLE',
      ],
      source: clause('(二)'),
    },
    ...rulesOn(DOCUMENT, {
      'SET-26': '(十五)',
    }),
  },
});
