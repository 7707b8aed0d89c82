import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇十一 上海市';
const clause = clausesOf(DOCUMENT);

/** Shanghai city (上海市). */
export const SHANGHAI = seedSet({
  name: 'SHANGHAI',
  division: '310000',
  validFrom: UNDATED,
  values: {
    'designation.schemes': { value: ['EMPLOYEE', 'RESIDENT', 'TOWN', 'NCMS'], source: clause('三(四)') },
    ageBounds: { value: { healthManagement: 65, statistics: 60, oldOld: 80 }, source: clause('一(一)') },
    ...rulesOn(DOCUMENT, {
      'REG-54': '三(二)',
      'CON-19': '二(一)3',
      'REC-15': '三(二)',
      'REC-24': '二(一)4',
      'REF-15': '二(一)3',
      'REF-16': '二(一)3',
      'SET-36': '一(一)',
    }),
  },
});
