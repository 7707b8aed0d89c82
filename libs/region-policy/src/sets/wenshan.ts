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
    ...rulesOn(DOCUMENT, {
      'REG-33': '(三)',
      'REG-50': '(十九)',
      'CON-24': '(二)',
      'OPS-09': '(五)',
    }),
  },
});
