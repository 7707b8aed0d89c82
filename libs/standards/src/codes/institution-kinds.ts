import type { CodeOf, CodeTerm } from './code-list.js';

/** MEDICAL = 卫健 regulates it, CARE = 民政 does. */
export type InstitutionSide = 'MEDICAL' | 'CARE';

/**
 * What makes the kind legal when it stands alone: a medical institution needs a practice licence (医疗机构执业许可证), a
 * care institution only files (登记备案, REG-04). Whether a *unit inside a care home* files instead is policy P-21.
 */
export type LegalBasis = 'PRACTICE_LICENCE' | 'CARE_FILING';

export interface InstitutionKindTerm extends CodeTerm {
  readonly side: InstitutionSide;
  readonly legalBasis: LegalBasis;
  /** Where the service is given. */
  readonly setting: 'INSTITUTION' | 'COMMUNITY';
  /** Category of WS 218-2002; absent where the standard of 2002 has none. */
  readonly ws218?: string;
}

const medical = { side: 'MEDICAL', legalBasis: 'PRACTICE_LICENCE', setting: 'INSTITUTION' } as const;
const medicalCommunity = { ...medical, setting: 'COMMUNITY' } as const;
const care = { side: 'CARE', legalBasis: 'CARE_FILING', setting: 'INSTITUTION' } as const;
const careCommunity = { ...care, setting: 'COMMUNITY' } as const;

/** Closed vocabulary of medical institutions. Sources: REG-02; standards §4.1, §4.2. */
export const MEDICAL_INSTITUTION_KINDS = [
  { code: 'GENERAL_HOSPITAL', zh: '综合医院', en: 'general hospital', ...medical, ws218: 'A100' },
  { code: 'TCM_HOSPITAL', zh: '中医医院', en: 'hospital of traditional Chinese medicine', ...medical, ws218: 'A210' },
  {
    code: 'INTEGRATED_TCM_HOSPITAL',
    zh: '中西医结合医院',
    en: 'integrated Chinese and western medicine hospital',
    ...medical,
    ws218: 'A300',
  },
  { code: 'ETHNIC_MEDICINE_HOSPITAL', zh: '民族医院', en: 'hospital of ethnic medicine', ...medical, ws218: 'A400' },
  { code: 'SPECIALTY_HOSPITAL', zh: '专科医院', en: 'specialty hospital', ...medical, ws218: 'A500' },
  { code: 'GERIATRIC_HOSPITAL', zh: '老年医院', en: 'geriatric hospital', ...medical },
  { code: 'REHAB_HOSPITAL', zh: '康复医院', en: 'rehabilitation hospital', ...medical, ws218: 'A527' },
  { code: 'SANATORIUM', zh: '疗养院', en: 'sanatorium', ...medical, ws218: 'A600' },
  { code: 'NURSING_HOSPITAL', zh: '护理院', en: 'nursing hospital', ...medical, ws218: 'A710' },
  { code: 'NURSING_STATION', zh: '护理站', en: 'nursing station', ...medicalCommunity, ws218: 'A720' },
  { code: 'NURSING_CENTRE', zh: '护理中心', en: 'nursing centre', ...medical },
  { code: 'REHAB_CENTRE', zh: '康复医疗中心', en: 'rehabilitation centre', ...medical },
  { code: 'HOSPICE_CENTRE', zh: '安宁疗护中心', en: 'hospice centre', ...medical },
  {
    code: 'COMMUNITY_HEALTH_CENTRE',
    zh: '社区卫生服务中心',
    en: 'community health centre',
    ...medicalCommunity,
    ws218: 'B100',
  },
  {
    code: 'COMMUNITY_HEALTH_STATION',
    zh: '社区卫生服务站',
    en: 'community health station',
    ...medicalCommunity,
    ws218: 'B200',
  },
  { code: 'SUBDISTRICT_HOSPITAL', zh: '街道卫生院', en: 'subdistrict hospital', ...medicalCommunity, ws218: 'C100' },
  { code: 'TOWNSHIP_HOSPITAL', zh: '乡镇卫生院', en: 'township hospital', ...medicalCommunity, ws218: 'C220' },
  { code: 'OUTPATIENT_DEPARTMENT', zh: '门诊部', en: 'outpatient department', ...medical, ws218: 'D100' },
  { code: 'CLINIC', zh: '诊所', en: 'clinic', ...medical, ws218: 'D211' },
  { code: 'CLINIC_ROOM', zh: '卫生所(室)', en: 'clinic room', ...medical, ws218: 'D300' },
  { code: 'INFIRMARY', zh: '医务室', en: 'infirmary', ...medical, ws218: 'D400' },
  { code: 'VILLAGE_CLINIC', zh: '村卫生室', en: 'village clinic', ...medicalCommunity, ws218: 'D600' },
  { code: 'EMERGENCY_CENTRE', zh: '急救中心', en: 'emergency centre', ...medical, ws218: 'E100' },
  { code: 'EMERGENCY_STATION', zh: '急救站', en: 'emergency station', ...medical, ws218: 'E300' },
  { code: 'CLINICAL_LABORATORY', zh: '临床检验中心', en: 'clinical laboratory', ...medical },
  { code: 'ELDER_WARD', zh: '老年病区', en: 'elder ward inside a care institution', ...medical },
  { code: 'INTERNET_HOSPITAL', zh: '互联网医院', en: 'internet hospital', ...medical },
] as const satisfies readonly InstitutionKindTerm[];

/** Closed vocabulary of care institutions and the linked kinds of REG-03; settings (inf). Sources: REG-03; standards §4.2. */
export const CARE_INSTITUTION_KINDS = [
  { code: 'CARE_HOME', zh: '养老院', en: 'care home', ...care },
  { code: 'WELFARE_HOME', zh: '社会福利院', en: 'welfare home', ...care },
  { code: 'RURAL_ELDER_HOME', zh: '敬老院', en: 'rural home for the elderly', ...care },
  {
    code: 'EXTREMELY_POOR_SUPPORT_HOME',
    zh: '特困人员供养服务机构',
    en: 'support home for extremely poor persons',
    ...care,
  },
  { code: 'SENIOR_APARTMENT', zh: '老年公寓', en: 'senior apartment', ...care },
  { code: 'ELDER_CARE_HOUSE', zh: '长者照护之家', en: 'community elder-care house', ...careCommunity },
  { code: 'DAY_CARE_CENTRE', zh: '日间照料中心', en: 'day-care centre', ...careCommunity },
  { code: 'RURAL_HAPPINESS_HOME', zh: '农村幸福院', en: 'rural happiness home', ...careCommunity },
  { code: 'SENIOR_CARE_CENTRE', zh: '养老服务中心', en: 'senior care service centre', ...careCommunity },
  { code: 'SENIOR_CARE_STATION', zh: '养老服务驿站', en: 'senior care station', ...careCommunity },
  {
    code: 'COMPREHENSIVE_SENIOR_CENTRE',
    zh: '综合为老服务中心',
    en: 'comprehensive service centre for seniors',
    ...careCommunity,
  },
  { code: 'COMMUNITY_REHAB_STATION', zh: '社区康复站', en: 'community rehabilitation station', ...careCommunity },
  { code: 'DISABLED_CARE_INSTITUTION', zh: '残疾人照护机构', en: 'care institution for the disabled', ...care },
] as const satisfies readonly InstitutionKindTerm[];

export const INSTITUTION_KINDS = [...MEDICAL_INSTITUTION_KINDS, ...CARE_INSTITUTION_KINDS] as const;

export type MedicalInstitutionKind = CodeOf<typeof MEDICAL_INSTITUTION_KINDS>;
export type CareInstitutionKind = CodeOf<typeof CARE_INSTITUTION_KINDS>;
export type InstitutionKind = CodeOf<typeof INSTITUTION_KINDS>;
