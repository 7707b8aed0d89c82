import { clausesOf, conversion, rulesOn, seedSet } from './seed-set.js';

const DOCUMENT = '赣卫老龄字〔2023〕5号';
const clause = clausesOf(DOCUMENT);
/** 社区卫生服务机构和乡镇卫生院. */
const PRIMARY = ['COMMUNITY_HEALTH_CENTRE', 'COMMUNITY_HEALTH_STATION', 'TOWNSHIP_HOSPITAL'] as const;

/** Jiangxi province (江西省). Says nothing on the waiting time before designation. */
export const JIANGXI = seedSet({
  name: 'JIANGXI',
  division: '360000',
  validFrom: '2023-09-26',
  values: {
    paymentMethods: { value: ['PER_DIEM'], source: clause('五(十四)') },
    reusableQualifications: {
      value: ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'],
      source: clause('一(二)'),
    },
    eligibleHolderTypes: {
      value: PRIMARY,
      source: clause('一(二)'),
    },
    losExclusion: { value: 'PER_DIEM_BEDS', source: clause('五(十四)') },
    // 「稳步推进长期护理保险制度试点」: none yet.
    ltci: { value: [], source: clause('五(十四)') },
    homeVisitFee: { value: 'SET_BY_INSTITUTION', source: clause('五(十三)') },
    insurancePrepayment: { value: true, source: clause('五(十四)') },
    globalBudget: { value: true, source: clause('五(十四)') },
    priceRegime: {
      value: [{ operationModes: ['PUBLIC_RUN'], items: ['BED_FEE', 'NURSING_FEE'], regime: 'APPROVED_PRICE' }],
      source: clause('五(十三)'),
    },
    // One value names one clause: the exploring of 三(八) both ways and the surplus beds of 二(四).
    bedConversion: {
      value: [
        conversion({ from: 'CARE', to: 'MEDICAL', holderKinds: PRIMARY }),
        conversion({ from: 'MEDICAL', to: 'CARE', holderKinds: PRIMARY }),
        conversion({ from: 'MEDICAL', to: 'CARE', maxLevel: 2, operationModes: ['PUBLIC_RUN'], requires: 'SURPLUS' }),
      ],
      source: clause('三(八), 二(四)'),
    },
    ...rulesOn(DOCUMENT, {
      'REG-25': '二(六)',
      'REG-27': '三(八)',
      'REG-38': '六(十八)',
      'REG-39': '六(十八)',
      'REG-40': '六(十八)',
      'REG-57': '六(十八)',
      'REG-59': '二(五)',
      'CON-02': '二(六)',
      'CON-18': '五(十六)',
      'REC-28': '六(十八)',
      'REC-30': '一(三)',
      'SET-13': '五(十四)',
      'SET-15': '五(十四)',
      'SET-20': '五(十三)',
      'SET-30': '五(十四)',
      'SET-31': '五(十三)',
      'SET-39': '四(十一)',
    }),
  },
});
