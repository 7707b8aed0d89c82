import { UNDATED, clausesOf, rulesOn, seedSet } from './seed-set.js';

const DOCUMENT = 'demonstration';
const clause = clausesOf(DOCUMENT);

/**
 * Demonstration set of 咸宁市咸安区, inheriting Xianning: the example amounts of standards §10 and the rules of other regions
 * that the first journey uses. The amounts are examples, not the region's; no source document gives amounts.
 */
export const DEMO_421202 = seedSet({
  name: 'DEMO-421202',
  division: '421202',
  validFrom: UNDATED,
  values: {
    'settlement.deductibles': {
      value: [
        { scheme: 'RESIDENT', level: 1, firstFen: 20_000, againFen: 20_000 },
        { scheme: 'RESIDENT', level: 2, firstFen: 50_000, againFen: 50_000 },
        { scheme: 'RESIDENT', level: 3, firstFen: 100_000, againFen: 80_000 },
        { scheme: 'EMPLOYEE', level: 1, firstFen: 20_000, againFen: 20_000 },
        { scheme: 'EMPLOYEE', level: 2, firstFen: 50_000, againFen: 50_000 },
        { scheme: 'EMPLOYEE', level: 3, firstFen: 100_000, againFen: 80_000 },
      ],
      source: clause('standards 10, example parameters'),
    },
    'settlement.poolRatios': {
      value: [
        { scheme: 'RESIDENT', personType: 'RESIDENT', level: 1, ratio: '0.85' },
        { scheme: 'RESIDENT', personType: 'RESIDENT', level: 2, ratio: '0.75' },
        { scheme: 'RESIDENT', personType: 'RESIDENT', level: 3, ratio: '0.65' },
        { scheme: 'EMPLOYEE', personType: 'ACTIVE', level: 1, ratio: '0.90' },
        { scheme: 'EMPLOYEE', personType: 'ACTIVE', level: 2, ratio: '0.88' },
        { scheme: 'EMPLOYEE', personType: 'ACTIVE', level: 3, ratio: '0.85' },
        { scheme: 'EMPLOYEE', personType: 'RETIREE', level: 1, ratio: '0.92' },
        { scheme: 'EMPLOYEE', personType: 'RETIREE', level: 2, ratio: '0.90' },
        { scheme: 'EMPLOYEE', personType: 'RETIREE', level: 3, ratio: '0.87' },
      ],
      source: clause('standards 10, example parameters'),
    },
    'settlement.poolCaps': {
      value: [
        { scheme: 'RESIDENT', capFen: 15_000_000 },
        { scheme: 'EMPLOYEE', capFen: 15_000_000 },
      ],
      source: clause('standards 10, example parameters'),
    },
    'settlement.majorIllness': {
      value: [
        {
          scheme: 'RESIDENT',
          fromFen: 1_200_000,
          tiers: [
            { toFen: 3_000_000, ratio: '0.60' },
            { toFen: 10_000_000, ratio: '0.65' },
            { toFen: null, ratio: '0.75' },
          ],
          capFen: 30_000_000,
          includesPreself: false,
        },
      ],
      source: clause('standards 10, example parameters'),
    },
    'settlement.medicalAid': {
      value: [{ identity: 'LOW_INCOME', deductibleFen: 0, ratio: '0.70', capFen: 5_000_000 }],
      source: clause('standards 10.3, E4'),
    },
    'settlement.preselfRatio': { value: '0.10', source: clause('standards 10.3') },
    ...rulesOn(DOCUMENT, {
      'CON-02': 'first journey, step 3',
      'CON-19': 'first journey, step 3',
      'REG-54': 'first journey, step 4',
      'REF-05': 'first journey, step 5',
      'REF-06': 'first journey, step 5',
      'REF-07': 'first journey, step 7',
      'REF-09': 'first journey, step 6',
      'REF-13': 'first journey, step 5',
    }),
  },
});
