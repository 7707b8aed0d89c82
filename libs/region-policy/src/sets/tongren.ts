import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇三 铜仁市';
const clause = clausesOf(DOCUMENT);

/** Tongren city (铜仁市), the source of 住院状态 and 休养状态. */
export const TONGREN = seedSet({
  name: 'TONGREN',
  division: '520600',
  validFrom: UNDATED,
  values: {
    'designation.schemes': { value: ['EMPLOYEE', 'NCMS'], source: clause('(三)') },
    ...rulesOn(DOCUMENT, {
      'REG-52': '(一)',
      'CON-09': '(二)',
      'REF-06': '(二)',
      'REF-07': '(二)',
      'REF-08': '(二)',
      'REF-09': '(二)',
      'REF-23': '(一)',
    }),
  },
});
