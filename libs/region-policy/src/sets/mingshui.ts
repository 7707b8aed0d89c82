import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇一 明水县';
const clause = clausesOf(DOCUMENT);

/** Mingshui county (明水县). */
export const MINGSHUI = seedSet({
  name: 'MINGSHUI',
  division: '231225',
  validFrom: UNDATED,
  values: {
    ageBounds: {
      value: { healthManagement: 65, statistics: 60, oldOld: 80 },
      source: clause('三(一)'),
    },
    ...rulesOn(DOCUMENT, {
      'CON-14': '三(一)',
    }),
  },
});
