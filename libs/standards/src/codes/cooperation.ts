import type { CodeOf, CodeTerm } from './code-list.js';

/** How a care institution gets medical service. Sources: REG-26, standards §4.2 R4-12. */
export const MEDICAL_SERVICE_MODES = [
  { code: 'INTERNAL', zh: '内设', en: 'internal medical institution' },
  { code: 'CONTRACT', zh: '签约', en: 'contract' },
  { code: 'OUTSOURCED', zh: '服务外包', en: 'outsourced' },
  { code: 'ENTRUSTED', zh: '委托经营', en: 'entrusted' },
  { code: 'BRANCH', zh: '分支机构', en: 'branch' },
  { code: 'STATION', zh: '医疗服务站点', en: 'service station' },
  { code: 'ADJACENT', zh: '毗邻设置', en: 'adjacent' },
] as const satisfies readonly CodeTerm[];
export type MedicalServiceMode = CodeOf<typeof MEDICAL_SERVICE_MODES>;

/** The four parts an agreement states before it may be signed. Source: CON-01. */
export const AGREEMENT_PARTS = [
  { code: 'CONTENT', zh: '合作内容', en: 'content' },
  { code: 'WAY', zh: '合作方式', en: 'way' },
  { code: 'COST', zh: '费用', en: 'cost' },
  { code: 'DUTIES', zh: '双方责任', en: 'duties of both sides' },
] as const satisfies readonly CodeTerm[];
export type AgreementPart = CodeOf<typeof AGREEMENT_PARTS>;

/** What an agreement opens between its parties. Sources: CON-03, CON-18, CON-19, CON-22, CON-25. */
export const AGREEMENT_TYPES = [
  { code: 'REFERRAL', zh: '双向转诊', en: 'two-way referral' },
  { code: 'GREEN_CHANNEL', zh: '急救绿色通道', en: 'emergency green channel' },
  { code: 'MEDICAL_SERVICE', zh: '医疗服务', en: 'medical service' },
  { code: 'COUNTERPART_SUPPORT', zh: '对口支援', en: 'counterpart support' },
  { code: 'HOME_CARE_BED', zh: '家庭养老床位签约', en: 'home care bed' },
  { code: 'TCM_HOME', zh: '中医医疗契约服务', en: 'TCM service at home' },
] as const satisfies readonly CodeTerm[];
export type AgreementType = CodeOf<typeof AGREEMENT_TYPES>;

/** Mechanisms of an agreement; which ones a region asks for is policy `agreement.mechanisms`. Source: CON-03. */
export const AGREEMENT_MECHANISMS = [
  { code: 'HEALTH_GUIDANCE', zh: '健康指导', en: 'health guidance' },
  { code: 'EMERGENCY', zh: '急救急诊', en: 'emergency' },
  { code: 'APPOINTMENT', zh: '预约就诊', en: 'appointment' },
  { code: 'ROUNDS', zh: '定期巡诊', en: 'periodic rounds' },
  { code: 'PROFESSIONAL_GUIDANCE', zh: '业务指导', en: 'professional guidance' },
  { code: 'HEALTH_MANAGEMENT', zh: '健康管理', en: 'health management' },
  { code: 'HEALTH_CONSULTATION', zh: '保健咨询', en: 'health consultation' },
] as const satisfies readonly CodeTerm[];
export type AgreementMechanism = CodeOf<typeof AGREEMENT_MECHANISMS>;
