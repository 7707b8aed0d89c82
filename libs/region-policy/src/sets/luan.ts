import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇十四 六安市';
const clause = clausesOf(DOCUMENT);

/** Lu'an city (六安市), a plan on traditional Chinese medicine. */
export const LUAN = seedSet({
  name: 'LUAN',
  division: '341500',
  validFrom: UNDATED,
  values: {
    tcmCapableShareTarget: { value: { share: '0.80', byYear: null }, source: clause('三(二)') },
    fundingCatalogueAdds: {
      value: ['TCM_PREPARATION', 'ACUPUNCTURE', 'THERAPEUTIC_TUINA'],
      source: clause('四(二)'),
    },
    'tcmElderWard.minGrade': { value: 'LEVEL_2_A', source: clause('三(四)') },
    ...rulesOn(DOCUMENT, {
      'REG-45': '四(三)',
      'REG-58': '三(四)',
      'CON-25': '三(四)',
      'REC-11': '三(一)',
    }),
  },
});
