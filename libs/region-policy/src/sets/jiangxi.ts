import { clausesOf, rulesOn, seedSet } from './seed-set.js';

const DOCUMENT = '赣卫老龄字〔2023〕5号';
const clause = clausesOf(DOCUMENT);

/** Jiangxi province (江西省). Says nothing on the waiting time before designation. */
export const JIANGXI = seedSet({
  name: 'JIANGXI',
  division: '360000',
  validFrom: '2023-09-26',
  values: {
    paymentMethods: { value: ['PER_DIEM'], source: clause('五(十四)') },
    reusableQualifications: {
      value: ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'],
      source: clause('一(二)'),
    },
    eligibleHolderTypes: {
      value: ['COMMUNITY_HEALTH_CENTRE', 'COMMUNITY_HEALTH_STATION', 'TOWNSHIP_HOSPITAL'],
      source: clause('一(二)'),
    },
    ...rulesOn(DOCUMENT, {
      'REG-25': '二(六)',
      'REG-27': '三(八)',
      'REG-38': '六(十八)',
      'REG-39': '六(十八)',
      'REG-40': '六(十八)',
      'REG-57': '六(十八)',
      'REG-59': '二(五)',
      'CON-02': '二(六)',
      'CON-18': '五(十六)',
      'REC-28': '六(十八)',
      'REC-30': '一(三)',
      'SET-13': '五(十四)',
      'SET-15': '五(十四)',
      'SET-20': '五(十三)',
      'SET-30': '五(十四)',
      'SET-31': '五(十三)',
      'SET-39': '四(十一)',
    }),
  },
});
