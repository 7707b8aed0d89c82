import { rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇十五 杭州市拱墅区';

/** Gongshu district of Hangzhou (拱墅区), an alliance plan. */
export const GONGSHU = seedSet({
  name: 'GONGSHU',
  division: '330105',
  validFrom: UNDATED,
  values: {
    ...rulesOn(DOCUMENT, {
      'REG-28': '二(二)',
      'REG-29': '二(二)',
      'REG-30': '五(一)',
      'REG-47': '五(三)2',
      'CON-23': '五(一)3',
      'REC-09': '五(三)',
      'REC-10': '五(二)',
      'REC-23': '五(二)',
      'REF-03': '五(二)2',
      'REF-04': '五(二)2',
      'REF-05': '五(二)2',
      'REF-12': '五(二)3',
      'REF-13': '五(二)3',
    }),
  },
});
