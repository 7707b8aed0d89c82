import { clausesOf, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇六 咸宁市';
const clause = clausesOf(DOCUMENT);

/** Xianning city (咸宁市). */
export const XIANNING = seedSet({
  name: 'XIANNING',
  division: '421200',
  validFrom: UNDATED,
  values: {
    'designation.minOperatingMonths': { value: 3, source: clause('(十五)') },
    'designation.evaluationMaxMonths': { value: 3, source: clause('(十五)') },
    'designation.schemes': { value: ['RESIDENT'], source: clause('(十五)') },
    paymentMethods: { value: ['PER_DISEASE', 'DRG', 'PER_DIEM'], source: clause('(十五)') },
    deductibleContinuity: { value: true, source: clause('(十五)') },
    checkupNotifyMonths: { value: 1, source: clause('(八)') },
    reusableQualifications: { value: ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'], source: clause('(二)') },
    eligibleHolderTypes: { value: null, source: clause('(二)') },
    internalFilingTypes: { value: ['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION'], source: clause('(二)') },
    twoInOneMaxLevel: { value: 2, source: clause('(二)') },
    twoInOneExcludedTypes: {
      value: [
        'EMERGENCY_CENTRE',
        'EMERGENCY_STATION',
        'CLINICAL_LABORATORY',
        'SINO_FOREIGN_JOINT',
        'HONG_KONG_MACAO_TAIWAN_SOLE',
      ],
      source: clause('(二)'),
    },
    nursingBedShareTarget: { value: { share: '0.50', byYear: null }, source: clause('(十一)') },
    contractCoverage: {
      value: [{ scope: 'WITHOUT_INTERNAL_MEDICAL', partner: 'ANY', stages: ['1'] }],
      source: clause('(四)'),
    },
    // 「按照国家、省统一部署，开展长期护理保险制度试点」: none yet.
    ltci: { value: [], source: clause('(十五)') },
    socialWorkerRatio: { value: { eldersPerWorker: 1000, careBedsPerWorker: 100 }, source: clause('(十八)') },
    supervisionModel: { value: 'HEALTH_LEADS', source: clause('(九)') },
    homeServiceInsurances: {
      value: ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT'],
      source: clause('(五)'),
    },
    // 「政府投资兴办养老机构基本服务收费标准实行政府定价」.
    priceRegime: {
      value: [
        {
          operationModes: ['PUBLIC_RUN', 'PUBLIC_BUILT_PRIVATE_RUN'],
          items: ['BED_FEE', 'NURSING_FEE'],
          regime: 'GOVERNMENT_PRICE',
        },
      ],
      source: clause('(十三)'),
    },
    fundingCatalogueAdds: { value: ['MEDICAL_REHAB'], source: clause('(十五)') },
    ...rulesOn(DOCUMENT, {
      'SET-26': '(十五)',
    }),
  },
});
