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

/** What an agreement opens between its parties. Sources: CON-03, CON-07, CON-18, CON-19, CON-22, CON-25. */
export const AGREEMENT_TYPES = [
  { code: 'REFERRAL', zh: '双向转诊', en: 'two-way referral' },
  { code: 'GREEN_CHANNEL', zh: '急救绿色通道', en: 'emergency green channel' },
  { code: 'MEDICAL_SERVICE', zh: '医疗服务', en: 'medical service' },
  { code: 'LIAISON', zh: '对接联系', en: 'liaison' },
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

/** Medical services that an agreement speaks of. Source: CON-21. */
export const ENCOUNTER_TYPES = [
  { code: 'VISIT', zh: '就诊', en: 'visit' },
  { code: 'ADMISSION', zh: '住院', en: 'admission' },
  { code: 'CONSULTATION', zh: '会诊', en: 'consultation' },
  { code: 'REFERRAL', zh: '转诊', en: 'referral' },
  { code: 'DISCHARGE', zh: '出院', en: 'discharge' },
  { code: 'FOLLOW_UP', zh: '随诊', en: 'follow-up' },
] as const satisfies readonly CodeTerm[];
export type EncounterType = CodeOf<typeof ENCOUNTER_TYPES>;

/** Why an agreement was suspended, cured, terminated or withdrawn. Source: state machine 8.3. */
export const AGREEMENT_REASONS = [
  { code: 'BY_AGREEMENT', zh: '双方协商', en: 'both sides agreed' },
  { code: 'BREACH', zh: '违约', en: 'breach' },
  { code: 'BREACH_CURED', zh: '违约已纠正', en: 'breach cured' },
  { code: 'PARTNER_UNQUALIFIED', zh: '合作方失去资质', en: 'partner lost its qualification' },
  { code: 'PARTNER_CLOSED', zh: '合作方停止运营', en: 'partner closed' },
  { code: 'SUPERVISION', zh: '监管要求', en: 'ordered by supervision' },
  { code: 'NO_NEED', zh: '不再需要', en: 'no longer needed' },
  { code: 'MISTAKE', zh: '填报有误', en: 'entered by mistake' },
] as const satisfies readonly CodeTerm[];
export type AgreementReason = CodeOf<typeof AGREEMENT_REASONS>;

/** How the parties or a department look at an agreement in force. Source: CON-10. */
export const AGREEMENT_CHECK_KINDS = [
  { code: 'PERIODIC', zh: '定期检查', en: 'periodic check' },
  { code: 'KEY_SUPERVISION', zh: '重点监督', en: 'key supervision' },
] as const satisfies readonly CodeTerm[];

/** What a check found. Source: CON-10. */
export const AGREEMENT_CHECK_RESULTS = [
  { code: 'CONFORMING', zh: '符合', en: 'conforming' },
  { code: 'TO_BE_MENDED', zh: '需整改', en: 'to be mended' },
] as const satisfies readonly CodeTerm[];

/** Kinds of alliance. Sources: REG-28, requirements §6. */
export const ALLIANCE_TYPES = [
  { code: 'INTEGRATED_CARE_ALLIANCE', zh: '医养结合联盟', en: 'alliance for integrated care' },
  { code: 'MEDICAL_CONSORTIUM', zh: '医联体', en: 'medical consortium' },
  { code: 'COUNTY_MEDICAL_COMMUNITY', zh: '医共体', en: 'county medical community' },
] as const satisfies readonly CodeTerm[];

/** What a member of an alliance does for another on a planned day. Sources: REG-30, CON-23. */
export const ALLIANCE_VISIT_KINDS = [
  { code: 'SIT_IN', zh: '坐诊', en: 'doctor sits in' },
  { code: 'ROUNDS', zh: '查房巡诊', en: 'rounds' },
  { code: 'CONSULTATION', zh: '会诊', en: 'consultation' },
  { code: 'TEACHING', zh: '教学', en: 'teaching' },
  { code: 'LECTURE', zh: '讲座', en: 'lecture' },
] as const satisfies readonly CodeTerm[];
export type AllianceVisitKind = CodeOf<typeof ALLIANCE_VISIT_KINDS>;
