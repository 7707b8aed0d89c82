import { rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇十四 六安市';

/** Lu'an city (六安市), a plan on traditional Chinese medicine. */
export const LUAN = seedSet({
  name: 'LUAN',
  division: '341500',
  validFrom: UNDATED,
  values: {
    ...rulesOn(DOCUMENT, {
      'REG-45': '四(三)',
      'REG-58': '三(四)',
      'CON-25': '三(四)',
      'REC-11': '三(一)',
    }),
  },
});
