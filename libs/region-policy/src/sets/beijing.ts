import { CARE_INSTITUTION_KINDS, codesOf } from '@yiyang/standards';
import { clausesOf, conversion, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇二 北京市';
const clause = clausesOf(DOCUMENT);
const CARE_HOMES = codesOf(CARE_INSTITUTION_KINDS);

/** Beijing city (北京市). */
export const BEIJING = seedSet({
  name: 'BEIJING',
  division: '110000',
  validFrom: UNDATED,
  values: {
    paymentMethods: { value: ['PER_DISEASE', 'DRG', 'PER_DIEM'], source: clause('(五)') },
    nursingBedShareTarget: { value: { share: '0.50', byYear: null }, source: clause('(一)') },
    ltci: { value: [{ division: '110107', from: null, schemes: null }], source: clause('(五)') },
    bedConversion: {
      value: (['REHAB', 'MEDICAL_NURSING', 'HOSPICE'] as const).map((to) =>
        conversion({ from: 'CARE', to, holderKinds: CARE_HOMES, requires: 'MEDICAL_BRANCH' }),
      ),
      source: clause('(一)'),
    },
    ...rulesOn(DOCUMENT, {
      'REC-19': '(一)',
      'REC-42': '(二)',
      'REC-43': '(一)',
    }),
  },
});
