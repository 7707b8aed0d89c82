import { clausesOf, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇四 北京市房山区';
const clause = clausesOf(DOCUMENT);

/** Fangshan district of Beijing (房山区); inherits the payment methods of the city. */
export const FANGSHAN = seedSet({
  name: 'FANGSHAN',
  division: '110111',
  validFrom: UNDATED,
  values: {
    ageBounds: { value: { healthManagement: 65, statistics: 60, oldOld: 80 }, source: clause('篇四') },
  },
});
