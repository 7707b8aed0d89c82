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
