import { clausesOf, seedSet } from './seed-set.js';

const DOCUMENT = '渝卫函〔2021〕299号';
const clause = clausesOf(DOCUMENT);

/** Chongqing city (重庆市). */
export const CHONGQING = seedSet({
  name: 'CHONGQING',
  division: '500000',
  validFrom: '2021-04-07',
  values: {
    paymentMethods: { value: ['PER_DISEASE', 'DRG', 'PER_DIEM'], source: clause('二(三)') },
    // 「先职工、后居民」: residents from a date that no document gives.
    ltci: {
      value: ['500104', '500113', '500231', '500240'].map((division) => ({
        division,
        from: '2019-05-01',
        schemes: ['EMPLOYEE'] as const,
      })),
      source: clause('一(五)'),
    },
    minCommunityIntegratedInstitutions: {
      value: { count: 1, per: 'COUNTY', byYear: null },
      source: clause('一(二)'),
    },
    monitoringCycle: { value: 'QUARTERLY', source: clause('二(四)') },
  },
});
