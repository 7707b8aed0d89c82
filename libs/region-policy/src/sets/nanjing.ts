import { clausesOf, facilityBand, rulesOn, seedSet } from './seed-set.js';

const DOCUMENT = '宁政办发〔2017〕105号';
const clause = clausesOf(DOCUMENT);

/** Nanjing city (南京市). Designation follows the general rules. */
export const NANJING = seedSet({
  name: 'NANJING',
  division: '320100',
  validFrom: '2017-05-19',
  values: {
    medicalFacilityByBeds: {
      value: {
        rule: 'REG-17',
        strength: 'MUST',
        boundaryBelongsTo: 'UPPER',
        bands: [
          facilityBand({ toBeds: 100, kinds: ['NURSING_STATION', 'INFIRMARY'], higherKinds: ['NURSING_HOSPITAL'] }),
          facilityBand({ fromBeds: 101, toBeds: 200, kinds: ['INFIRMARY'], higherKinds: ['NURSING_HOSPITAL'] }),
          facilityBand({ fromBeds: 201, kinds: ['NURSING_HOSPITAL'] }),
        ],
      },
      source: clause('二(二)'),
    },
    rehabFacilityByBeds: {
      value: {
        boundaryBelongsTo: 'UPPER',
        bands: [
          // A centre is more than an area (inf).
          { fromBeds: 0, toBeds: 100, facilities: ['REHAB_AREA', 'REHAB_CENTRE'], needsProfessionals: false },
          { fromBeds: 101, toBeds: null, facilities: ['REHAB_CENTRE'], needsProfessionals: true },
        ],
      },
      source: clause('二(二)'),
    },
    healthManagementRateTarget65: { value: { share: '0.70', byYear: 2020 }, source: clause('二(一)') },
    nursingBedShareTarget: { value: { share: '0.80', byYear: 2020 }, source: clause('二(二)') },
    careInstitutionMedicalCoverageTarget: {
      value: [
        { indicator: 'MEDICAL_SERVICE', share: '0.90', byYear: 2020 },
        { indicator: 'ANY_FORM', share: '1', byYear: 2020 },
      ],
      source: clause('二(二), 一(二)'),
    },
    minCommunityIntegratedInstitutions: {
      value: { count: 1, per: 'STREET', byYear: 2020 },
      source: clause('二(一)'),
    },
    serviceCircleMinutes: { value: { urban: 15, rural: null }, source: clause('二(一)') },
    rehabSites: {
      value: { urbanCommunities: '0.70', ruralCommunities: '0.50', rehabBeds: '0.70', rehabHospitalsPerDistrict: 1 },
      source: clause('二(二)'),
    },
    socialRunShareTarget: { value: { share: '0.80', byYear: 2020 }, source: clause('二(五)') },
    monitoringCycle: { value: 'REGULAR', source: clause('四(三)') },
    insuranceDepartment: { value: 'HUMAN_RESOURCES_AND_SOCIAL_SECURITY', source: clause('四(二)') },
    // 「探索建立长期照护保险制度」: none yet.
    ltci: { value: [], source: clause('三(二)') },
    priceRegime: {
      value: [
        { operationModes: ['PUBLIC_RUN'], items: ['BED_FEE', 'NURSING_FEE'], regime: 'GOVERNMENT_PRICE' },
        { operationModes: ['PUBLIC_RUN'], items: ['MEDICAL_SERVICE'], regime: 'PUBLIC_MEDICAL_PRICE' },
        {
          operationModes: ['PRIVATE_RUN', 'PRIVATE_WITH_PUBLIC_AID'],
          items: ['BED_FEE', 'NURSING_FEE', 'MEDICAL_SERVICE', 'OTHER'],
          regime: 'MARKET_PRICE',
        },
      ],
      source: clause('三(四)'),
    },
    priorityWindowServices: {
      value: ['REGISTRATION', 'VISIT', 'REFERRAL', 'DRUGS', 'PAYMENT', 'COMPREHENSIVE_CARE'],
      source: clause('二(四)'),
    },
    'agreement.mechanisms': {
      value: ['ROUNDS', 'HEALTH_MANAGEMENT', 'HEALTH_CONSULTATION', 'APPOINTMENT', 'EMERGENCY'],
      source: clause('二(三)'),
    },
    'counterpartSupport.minLevel': { value: 2, source: clause('二(三)') },
    exchangeMilestones: {
      value: [
        { milestone: 'SCHEME', dueOn: '2017-12-31' },
        { milestone: 'HOTLINES_120_12349', dueOn: '2017-12-31' },
        { milestone: 'REAL_TIME_EXCHANGE', dueOn: '2020-12-31' },
      ],
      source: clause('二(六)'),
    },
    ...rulesOn(DOCUMENT, {
      'REG-43': '二(四)',
      'CON-20': '二(一)',
      'CON-22': '二(三)',
      'REC-20': '二(一)',
      'REC-33': '二(四)',
      'REC-35': '二(二)',
      'REC-37': '二(六)',
      'REF-18': '二(三)',
      'SET-27': '三(二)',
    }),
  },
});
