import type { ParameterKey } from '@yiyang/region-policy';
import {
  CONSORTIUM_ROLES,
  CONTROL_MEASURES,
  ELDER_CAPABILITIES,
  FORMER_USES,
  HOME_SERVICE_INSURANCES,
  INSPECTION_ITEMS,
  MEDICAL_SERVICE_MODES,
  MEDICAL_SITINGS,
  PRIORITY_WINDOW_SERVICES,
  PURCHASED_TASKS,
  REHAB_FACILITIES,
  SAFETY_EXERCISES,
  STAFF_ENGAGEMENTS,
  STAFF_ROLES,
  URGENT_REASONS,
  WIDENED_SCOPES,
  type InstitutionSide,
} from '@yiyang/standards';
import {
  civilDate,
  division,
  documentNo,
  oneCode,
  openCode,
  orNothing,
  someCodes,
  staffCode,
  uuid,
  wholeUpTo,
  yesOrNo,
  type Fields,
  type ValueOf,
} from './field.js';

/** Who may state a fact: the institution about itself, or a department about those of its region. */
export type Stater = 'INSTITUTION' | 'HEALTH' | 'CIVIL_AFFAIRS';

export interface FactType {
  readonly zh: string;
  /** Rows of the requirements that need it. */
  readonly from: string;
  readonly about: InstitutionSide | 'ANY';
  readonly statedBy: readonly Stater[];
  /**
   * Which facts exclude each other on one day: all of the type (`ONE`), those that agree in these fields, or none, because
   * each is an entry of a log (`EACH`).
   */
  readonly live: 'ONE' | 'EACH' | readonly string[];
  /** What happened on a day rather than held from it on. */
  readonly oneDay?: true;
  readonly fields: Fields;
  /** Side of the institution in `partnerId`. */
  readonly partner?: InstitutionSide | 'ANY';
  /** Holds of the partner just as well. */
  readonly symmetric?: true;
  /** Parameter that says how many institutions there should be. */
  readonly target?: ParameterKey;
  /** Fields whose codes are told to the other services; without it nobody else needs the fact, and nothing is told. */
  readonly said?: readonly string[];
}

const ANYBODY: readonly Stater[] = ['INSTITUTION', 'HEALTH', 'CIVIL_AFFAIRS'];
const DEPARTMENTS: readonly Stater[] = ['HEALTH', 'CIVIL_AFFAIRS'];

/** What an agreement (CONTRACT) and a unit's qualification (INTERNAL) prove is never stated. */
const STATED_MODES = MEDICAL_SERVICE_MODES.filter(({ code }) => code !== 'INTERNAL' && code !== 'CONTRACT');

/** Every fact that may be stated about an institution. A fact without fields is true by being stated. */
export const FACT_TYPES = {
  CO_LOCATED: {
    zh: '邻近或整合设置',
    from: 'REG-18, REG-31',
    about: 'ANY',
    statedBy: ANYBODY,
    live: ['partnerId'],
    partner: 'ANY',
    symmetric: true,
    fields: { partnerId: uuid, siting: oneCode(MEDICAL_SITINGS), distanceMetres: wholeUpTo(20_000) },
    said: ['siting'],
  },
  REHAB_FACILITY: {
    zh: '康复区、康复中心',
    from: 'REG-20',
    about: 'CARE',
    statedBy: ANYBODY,
    live: 'ONE',
    partner: 'ANY',
    fields: {
      facility: oneCode(REHAB_FACILITIES),
      staff: wholeUpTo(10_000),
      partnerId: orNothing(uuid),
    },
    said: ['facility'],
  },
  MEDICAL_SERVICE_MODE: {
    zh: '医疗服务方式',
    from: 'REG-25, REG-26',
    about: 'CARE',
    statedBy: ANYBODY,
    live: ['mode', 'partnerId'],
    partner: 'MEDICAL',
    fields: { mode: oneCode(STATED_MODES), partnerId: uuid },
    said: ['mode'],
  },
  CONSORTIUM_MEMBERSHIP: {
    zh: '医联体成员',
    from: 'REG-27',
    about: 'MEDICAL',
    statedBy: ANYBODY,
    live: ['consortium'],
    partner: 'MEDICAL',
    /** `partnerId` is the lead; a lead names nobody. */
    fields: { consortium: openCode, role: oneCode(CONSORTIUM_ROLES), partnerId: orNothing(uuid) },
    said: ['consortium', 'role'],
  },
  SUPPORT_INSTITUTION: {
    zh: '养老服务医疗支撑机构',
    from: 'REG-32',
    about: 'MEDICAL',
    statedBy: ['HEALTH'],
    live: 'ONE',
    fields: {},
    target: 'supportInstitutionPerCounty',
    said: [],
  },
  STAFF_MEMBER: {
    zh: '工作人员持证与培训',
    from: 'REG-34, REG-35, REG-36',
    about: 'ANY',
    statedBy: ANYBODY,
    live: ['staffCode'],
    fields: {
      staffCode,
      staffRole: oneCode(STAFF_ROLES),
      engagement: oneCode(STAFF_ENGAGEMENTS),
      certifiedFrom: orNothing(civilDate),
      certifiedTo: orNothing(civilDate),
      trainedFrom: orNothing(civilDate),
      trainedTo: orNothing(civilDate),
      /** Where a doctor is registered (医师执业地点区域注册). */
      registeredRegion: orNothing(division),
      accidentInsured: orNothing(yesOrNo),
    },
  },
  FIRE_RESPONSIBILITY: {
    zh: '消防安全责任人、管理人',
    from: 'REG-37',
    about: 'ANY',
    statedBy: ANYBODY,
    live: 'ONE',
    fields: { responsibleStaffCode: orNothing(staffCode), managerStaffCode: orNothing(staffCode) },
  },
  CARE_AREA: {
    zh: '养老服务区域',
    from: 'REG-38, REG-39',
    about: 'MEDICAL',
    statedBy: ANYBODY,
    live: 'ONE',
    fields: { careAreaSeparated: yesOrNo, dedicatedStaff: wholeUpTo(10_000) },
  },
  OUTBREAK: {
    zh: '疫情期间',
    from: 'REG-39',
    about: 'ANY',
    statedBy: ['HEALTH'],
    live: 'ONE',
    fields: {},
    said: [],
  },
  CROSS_USE: {
    zh: '养老区域与医疗区域交叉使用记录',
    from: 'REG-39',
    about: 'ANY',
    statedBy: ANYBODY,
    live: 'EACH',
    oneDay: true,
    fields: { urgentReason: orNothing(oneCode(URGENT_REASONS)), controlMeasure: orNothing(oneCode(CONTROL_MEASURES)) },
  },
  INSPECTION: {
    zh: '检查项目结果',
    from: 'REG-40, REG-57',
    about: 'ANY',
    statedBy: DEPARTMENTS,
    live: ['item'],
    fields: { item: oneCode(INSPECTION_ITEMS), passed: yesOrNo },
  },
  SERVES_OUTSIDERS: {
    zh: '对外服务',
    from: 'REG-57',
    about: 'MEDICAL',
    statedBy: ANYBODY,
    live: 'ONE',
    fields: { servesOutsiders: yesOrNo },
  },
  SAFETY_EXERCISE: {
    zh: '消防培训与应急演练',
    from: 'REG-60',
    about: 'ANY',
    statedBy: ANYBODY,
    live: ['exercise'],
    oneDay: true,
    fields: { exercise: oneCode(SAFETY_EXERCISES) },
  },
  CAPABILITY: {
    zh: '老年服务能力',
    from: 'REG-42',
    about: 'MEDICAL',
    statedBy: ANYBODY,
    live: ['capability'],
    fields: { capability: oneCode(ELDER_CAPABILITIES) },
    said: ['capability'],
  },
  PRIORITY_WINDOW: {
    zh: '老年人优先窗口',
    from: 'REG-43',
    about: 'MEDICAL',
    statedBy: ANYBODY,
    live: 'ONE',
    fields: {
      services: someCodes(PRIORITY_WINDOW_SERVICES),
    },
    said: ['services'],
  },
  STAR_RATING: {
    zh: '星级评定',
    from: 'REG-44',
    about: 'CARE',
    statedBy: ['CIVIL_AFFAIRS'],
    live: 'ONE',
    fields: { stars: wholeUpTo(5, 1), evidence: someCodes(MEDICAL_SERVICE_MODES) },
    said: ['evidence'],
  },
  INSURANCE_POLICY: {
    zh: '居家服务保险',
    from: 'REG-49',
    about: 'ANY',
    statedBy: ANYBODY,
    live: ['insurance'],
    fields: { insurance: oneCode(HOME_SERVICE_INSURANCES) },
    said: ['insurance'],
  },
  WIDENED_SCOPE: {
    zh: '放宽的医疗科室和药品',
    from: 'REG-50',
    about: 'ANY',
    statedBy: ['HEALTH'],
    live: ['of', 'code'],
    fields: { of: oneCode(WIDENED_SCOPES), code: openCode, approvalNo: documentNo },
    said: ['of', 'code'],
  },
  TELEMEDICINE: {
    zh: '远程医疗',
    from: 'REG-51',
    about: 'ANY',
    statedBy: ANYBODY,
    live: 'ONE',
    partner: 'MEDICAL',
    fields: { partnerId: orNothing(uuid) },
    said: [],
  },
  PURCHASED_TASK: {
    zh: '可承接的政府购买任务',
    from: 'REG-53',
    about: 'ANY',
    statedBy: DEPARTMENTS,
    live: ['task'],
    fields: { task: oneCode(PURCHASED_TASKS) },
    said: ['task'],
  },
  ASSESSMENT_CENTRE: {
    zh: '失能老年人健康评估中心',
    from: 'REG-55',
    about: 'ANY',
    statedBy: ['HEALTH'],
    live: 'ONE',
    fields: {},
    target: 'assessmentCentreMin',
    said: [],
  },
  TRANSITIONAL_USE: {
    zh: '过渡期土地用途',
    from: 'REG-56',
    about: 'ANY',
    statedBy: ANYBODY,
    live: 'ONE',
    fields: { formerUse: oneCode(FORMER_USES) },
  },
  COUNTY_SEAT: {
    zh: '县城所在地',
    from: 'CON-24',
    about: 'CARE',
    statedBy: DEPARTMENTS,
    live: 'ONE',
    fields: {},
  },
  PILOT_PROGRAMME: {
    zh: '试点项目',
    from: 'REG-51, REG-61',
    about: 'ANY',
    statedBy: DEPARTMENTS,
    live: ['programme', 'partnerId'],
    partner: 'ANY',
    symmetric: true,
    /** `partnerId` is the other institution of a pair. */
    fields: { programme: openCode, partnerId: orNothing(uuid) },
    said: ['programme'],
  },
} as const satisfies Record<string, FactType>;

export type FactTypeCode = keyof typeof FACT_TYPES;

/** The value of a fact of the type. */
export type FactValueOf<T extends FactTypeCode> = ValueOf<(typeof FACT_TYPES)[T]['fields']>;

export const FACT_TYPE_CODES = Object.keys(FACT_TYPES) as FactTypeCode[];

export function factType(code: FactTypeCode): FactType {
  return FACT_TYPES[code];
}
