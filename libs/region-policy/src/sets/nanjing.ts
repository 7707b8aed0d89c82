import { rulesOn, seedSet } from './seed-set.js';

const DOCUMENT = '宁政办发〔2017〕105号';

/** Nanjing city (南京市). Designation follows the general rules. */
export const NANJING = seedSet({
  name: 'NANJING',
  division: '320100',
  validFrom: '2017-05-19',
  values: {
    ...rulesOn(DOCUMENT, {
      'REG-43': '二(四)',
      'CON-20': '二(一)',
      'CON-22': '二(三)',
      'REC-20': '二(一)',
      'REC-33': '二(四)',
      'REC-35': '二(二)',
      'REC-37': '二(六)',
      'REF-18': '二(三)',
      'SET-27': '三(二)',
    }),
  },
});
