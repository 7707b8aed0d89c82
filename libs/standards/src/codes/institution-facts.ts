import type { CodeOf, CodeTerm } from './code-list.js';

/** What an institution that gives services at home must insure. Sources: REG-49; policy P-36. */
export const HOME_SERVICE_INSURANCES = [
  { code: 'LIABILITY', zh: '责任险', en: 'liability' },
  { code: 'MEDICAL_ACCIDENT', zh: '医疗意外险', en: 'medical accident' },
  { code: 'PERSONAL_ACCIDENT', zh: '人身意外险', en: 'personal accident' },
] as const satisfies readonly CodeTerm[];
export type HomeServiceInsurance = CodeOf<typeof HOME_SERVICE_INSURANCES>;

/** What a window or queue for the elderly serves. Source: REG-43. */
export const PRIORITY_WINDOW_SERVICES = [
  { code: 'REGISTRATION', zh: '挂号', en: 'registration' },
  { code: 'VISIT', zh: '就诊', en: 'visit' },
  { code: 'REFERRAL', zh: '转诊', en: 'referral' },
  { code: 'DRUGS', zh: '取药', en: 'drugs' },
  { code: 'PAYMENT', zh: '收费', en: 'payment' },
  { code: 'COMPREHENSIVE_CARE', zh: '综合诊疗', en: 'comprehensive care' },
] as const satisfies readonly CodeTerm[];
export type PriorityWindowService = CodeOf<typeof PRIORITY_WINDOW_SERVICES>;

/** Place for rehabilitation in a care home. Source: REG-20; policy P-02. */
export const REHAB_FACILITIES = [
  { code: 'REHAB_AREA', zh: '康复区', en: 'rehabilitation area' },
  { code: 'REHAB_CENTRE', zh: '康复中心', en: 'rehabilitation centre' },
] as const satisfies readonly CodeTerm[];
export type RehabFacility = CodeOf<typeof REHAB_FACILITIES>;

/** A care institution and a medical one on neighbouring sites or on one. Source: REG-18, REG-31. */
export const MEDICAL_SITINGS = [
  { code: 'ADJACENT', zh: '邻近设置', en: 'adjacent' },
  { code: 'INTEGRATED', zh: '整合设置', en: 'integrated' },
] as const satisfies readonly CodeTerm[];
export type MedicalSiting = CodeOf<typeof MEDICAL_SITINGS>;

/** What a medical institution can do for elders, each with the day since when. Source: REG-42. */
export const ELDER_CAPABILITIES = [
  { code: 'GERIATRICS_DEPARTMENT', zh: '老年医学科', en: 'geriatrics department' },
  { code: 'HOSPICE', zh: '安宁疗护', en: 'hospice' },
  { code: 'TCM_PREVENTION', zh: '中医治未病', en: 'TCM preventive treatment' },
  { code: 'REHABILITATION', zh: '康复', en: 'rehabilitation' },
  { code: 'GREEN_CHANNEL', zh: '就医绿色通道', en: 'green channel for visits' },
  { code: 'ELDER_FRIENDLY', zh: '老年友善医疗机构', en: 'elder-friendly institution' },
] as const satisfies readonly CodeTerm[];
export type ElderCapability = CodeOf<typeof ELDER_CAPABILITIES>;

/** Tasks that the government may buy of an eligible institution. Source: REG-53. */
export const PURCHASED_TASKS = [
  { code: 'PUBLIC_HEALTH', zh: '公共卫生', en: 'public health' },
  { code: 'BASIC_MEDICAL', zh: '基本医疗', en: 'basic medical care' },
  { code: 'BASIC_CARE', zh: '基本养老', en: 'basic elder care' },
  { code: 'NEEDS_ASSESSMENT', zh: '需求评估', en: 'needs assessment' },
  { code: 'TRAINING', zh: '人员培训', en: 'training' },
] as const satisfies readonly CodeTerm[];
export type PurchasedTask = CodeOf<typeof PURCHASED_TASKS>;

/** What the staff of an institution do. Source: REG-34. */
export const STAFF_ROLES = [
  { code: 'DOCTOR', zh: '医师', en: 'doctor' },
  { code: 'NURSE', zh: '护士', en: 'nurse' },
  { code: 'REHAB_THERAPIST', zh: '康复治疗师', en: 'rehabilitation therapist' },
  { code: 'CARE_WORKER', zh: '养老护理员', en: 'care worker' },
  { code: 'SOCIAL_WORKER', zh: '社会工作者', en: 'social worker' },
  { code: 'MANAGER', zh: '管理人员', en: 'manager' },
  { code: 'OTHER', zh: '其他人员', en: 'other' },
] as const satisfies readonly CodeTerm[];
export type StaffRole = CodeOf<typeof STAFF_ROLES>;

/** How they are engaged. Sources: REG-35, REG-36. */
export const STAFF_ENGAGEMENTS = [
  { code: 'REGULAR', zh: '在职', en: 'regular' },
  { code: 'MULTI_SITE', zh: '多点执业', en: 'practising at several sites' },
  { code: 'RETIRED', zh: '退休返聘', en: 'retired' },
  { code: 'VOLUNTEER', zh: '志愿服务', en: 'volunteer' },
] as const satisfies readonly CodeTerm[];
export type StaffEngagement = CodeOf<typeof STAFF_ENGAGEMENTS>;

/** What an inspector looks at; passed or not. Sources: REG-40, REG-57. */
export const INSPECTION_ITEMS = [
  { code: 'COLOUR_STEEL_PANELS', zh: '易燃可燃彩钢板', en: 'flammable colour-steel panels' },
  { code: 'INFECTION_CONTROL', zh: '感染防控', en: 'infection control' },
] as const satisfies readonly CodeTerm[];
export type InspectionItem = CodeOf<typeof INSPECTION_ITEMS>;

/** Source: REG-60. */
export const SAFETY_EXERCISES = [
  { code: 'FIRE_TRAINING', zh: '消防宣传培训', en: 'fire training' },
  { code: 'EMERGENCY_DRILL', zh: '应急处置演练', en: 'emergency drill' },
] as const satisfies readonly CodeTerm[];
export type SafetyExercise = CodeOf<typeof SAFETY_EXERCISES>;

/** What a reused idle building was. Source: REG-56. */
export const FORMER_USES = [
  { code: 'SHOP', zh: '商业', en: 'shop' },
  { code: 'PLANT', zh: '厂房', en: 'plant' },
  { code: 'SCHOOL', zh: '学校', en: 'school' },
  { code: 'OFFICE', zh: '办公', en: 'office' },
  { code: 'OTHER', zh: '其他', en: 'other' },
] as const satisfies readonly CodeTerm[];
export type FormerUse = CodeOf<typeof FORMER_USES>;

/** Why an area for care may serve medicine for once, and what keeps disease out then. Source: REG-39. */
export const URGENT_REASONS = [
  { code: 'EMERGENCY_TREATMENT', zh: '急救', en: 'emergency treatment' },
  { code: 'EVACUATION', zh: '紧急疏散', en: 'evacuation' },
  { code: 'NO_OTHER_PASSAGE', zh: '无其他通道', en: 'no other passage' },
] as const satisfies readonly CodeTerm[];
export const CONTROL_MEASURES = [
  { code: 'DISINFECTION', zh: '消毒', en: 'disinfection' },
  { code: 'TIME_SEPARATION', zh: '错时', en: 'separation in time' },
  { code: 'PROTECTIVE_EQUIPMENT', zh: '个人防护', en: 'protective equipment' },
] as const satisfies readonly CodeTerm[];

/** Place of an institution in a medical consortium (医联体). Source: REG-27. */
export const CONSORTIUM_ROLES = [
  { code: 'LEAD', zh: '牵头单位', en: 'lead' },
  { code: 'MEMBER', zh: '成员单位', en: 'member' },
] as const satisfies readonly CodeTerm[];
export type ConsortiumRole = CodeOf<typeof CONSORTIUM_ROLES>;

/** What of an integrated institution's scope may be widened. Source: REG-50. */
export const WIDENED_SCOPES = [
  { code: 'DEPARTMENT', zh: '医疗科室', en: 'department' },
  { code: 'DRUG', zh: '药品', en: 'drug' },
] as const satisfies readonly CodeTerm[];
export type WidenedScope = CodeOf<typeof WIDENED_SCOPES>;
