import { clausesOf, seedSet } from './seed-set.js';

const DOCUMENT = '长子县深入推进医养结合发展实施方案(2021-11-24)';
const clause = clausesOf(DOCUMENT);

/** Changzi county (长子县). No time limit for the evaluation. */
export const CHANGZI = seedSet({
  name: 'CHANGZI',
  division: '140428',
  validFrom: '2021-11-24',
  values: {
    'designation.minOperatingMonths': { value: 3, source: clause('三.9') },
    paymentMethods: { value: ['PER_DISEASE', 'DRG', 'PER_DIEM'], source: clause('三.9') },
    deductibleContinuity: { value: true, source: clause('三.9') },
    checkupNotifyMonths: { value: 1, source: clause('三.1') },
    supervisionModel: { value: 'HEALTH_LEADS', source: clause('三.5') },
    assessmentCentreMin: { value: { count: 1, per: 'DIVISION', byYear: null }, source: clause('三.9') },
  },
});
