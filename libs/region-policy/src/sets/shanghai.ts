import { clausesOf, facilityBand, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇十一 上海市';
const clause = clausesOf(DOCUMENT);

/** Shanghai city (上海市). */
export const SHANGHAI = seedSet({
  name: 'SHANGHAI',
  division: '310000',
  validFrom: UNDATED,
  values: {
    'designation.schemes': { value: ['EMPLOYEE', 'RESIDENT', 'TOWN', 'NCMS'], source: clause('三(四)') },
    ageBounds: { value: { healthManagement: 65, statistics: 60, oldOld: 80 }, source: clause('一(一)') },
    medicalFacilityByBeds: {
      value: {
        rule: 'REG-18',
        strength: 'TARGET',
        boundaryBelongsTo: 'UPPER',
        bands: [facilityBand({ fromBeds: 150, kinds: null, exemptSitings: ['ADJACENT', 'INTEGRATED'] })],
      },
      source: clause('一(一)'),
    },
    contractCoverage: {
      value: [
        { scope: 'CARE_INSTITUTIONS', partner: 'COMMUNITY_HEALTH_CENTRE_OR_OTHER', stages: ['1'] },
        { scope: 'COMMUNITY_DAY_CARE', partner: 'COMMUNITY_HEALTH_CENTRE', stages: ['0.50', '1'] },
      ],
      source: clause('一(一)'),
    },
    elderNursingBedShare60: { value: { total: '0.015', medical: '0.0075', care: '0.0075' }, source: clause('一(一)') },
    freeClinicPerYear: { value: { minLevel: 2, perYear: 1 }, source: clause('二(三)2') },
    monitoringCycle: { value: 'ANNUAL', source: clause('三(五)') },
    supervisionModel: { value: 'BY_SUBJECT', source: clause('三(五)') },
    insuranceDepartment: { value: 'HUMAN_RESOURCES_AND_SOCIAL_SECURITY', source: clause('三(五)') },
    settlementSegments: { value: ['ACCOUNT', 'OWN_PAY', 'SUPPLEMENTARY_FUND'], source: clause('三(四)') },
    ...rulesOn(DOCUMENT, {
      'REG-54': '三(二)',
      'CON-06': '一(一)',
      'CON-19': '二(一)3',
      'REC-15': '三(二)',
      'REC-24': '二(一)4',
      'REF-15': '二(一)3',
      'REF-16': '二(一)3',
      'SET-36': '一(一)',
    }),
  },
});
