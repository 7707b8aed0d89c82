import { clausesOf, conversion, facilityBand, rulesOn, seedSet, UNDATED } from './seed-set.js';

const DOCUMENT = '003篇三 铜仁市';
const clause = clausesOf(DOCUMENT);
/** What may be a 附属医院. */
const HOSPITALS = [
  'GENERAL_HOSPITAL',
  'TCM_HOSPITAL',
  'INTEGRATED_TCM_HOSPITAL',
  'ETHNIC_MEDICINE_HOSPITAL',
  'SPECIALTY_HOSPITAL',
  'GERIATRIC_HOSPITAL',
  'REHAB_HOSPITAL',
  'NURSING_HOSPITAL',
] as const;

/** Tongren city (铜仁市), the source of 住院状态 and 休养状态. */
export const TONGREN = seedSet({
  name: 'TONGREN',
  division: '520600',
  validFrom: UNDATED,
  values: {
    'designation.schemes': { value: ['EMPLOYEE', 'NCMS'], source: clause('(三)') },
    // Both bands say 50 (50张以下, 50张以上): D2, and the upper one holds it unless a set says otherwise.
    medicalFacilityByBeds: {
      value: {
        rule: 'REG-19',
        strength: 'MUST',
        boundaryBelongsTo: 'UPPER',
        bands: [
          facilityBand({ toBeds: 50, kinds: [], higherKinds: ['INFIRMARY', ...HOSPITALS], substitutes: ['LIAISON'] }),
          facilityBand({ fromBeds: 50, kinds: ['INFIRMARY', ...HOSPITALS], substitutes: ['LIAISON'] }),
        ],
      },
      source: clause('(三), (二)'),
    },
    healthManagementRateTarget65: { value: { share: '0.80', byYear: null }, source: clause('(二)') },
    serviceCircleMinutes: { value: { urban: 15, rural: 30 }, source: clause('二') },
    monitoringCycle: { value: 'ANNUAL', source: clause('五(三)') },
    insuranceDepartment: { value: 'HUMAN_RESOURCES_AND_SOCIAL_SECURITY', source: clause('五(三)') },
    liaisonStaffMin: { value: { doctors: 1, nurses: 1 }, source: clause('(二)') },
    bedConversion: {
      value: [
        conversion({
          from: 'MEDICAL',
          to: 'CARE',
          holderKinds: [
            'TOWNSHIP_HOSPITAL',
            'SUBDISTRICT_HOSPITAL',
            'VILLAGE_CLINIC',
            'COMMUNITY_HEALTH_CENTRE',
            'COMMUNITY_HEALTH_STATION',
          ],
          requires: 'SURPLUS',
        }),
      ],
      source: clause('三(四)'),
    },
    ...rulesOn(DOCUMENT, {
      'REG-52': '(一)',
      'CON-07': '(二)',
      'CON-09': '(二)',
      'REF-06': '(二)',
      'REF-07': '(二)',
      'REF-08': '(二)',
      'REF-09': '(二)',
      'REF-23': '(一)',
    }),
  },
});
