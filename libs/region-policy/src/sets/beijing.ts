import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇二 北京市';
const clause = clausesOf(DOCUMENT);

/** Beijing city (北京市). */
export const BEIJING = seedSet({
  name: 'BEIJING',
  division: '110000',
  validFrom: UNDATED,
  values: {
    paymentMethods: { value: ['PER_DISEASE', 'DRG', 'PER_DIEM'], source: clause('(五)') },
    ...rulesOn(DOCUMENT, {
      'REC-19': '(一)',
      'REC-42': '(二)',
      'REC-43': '(一)',
    }),
  },
});
