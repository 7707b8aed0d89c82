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
  },
});
