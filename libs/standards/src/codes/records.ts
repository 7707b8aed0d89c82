import type { CodeOf, CodeTerm } from './code-list.js';

export interface DocumentTypeTerm extends CodeTerm {
  /** The standard whose shape the document follows; null = project form. */
  readonly standard: string | null;
}

/** Source: standards §8, §9.3, §9.5. */
export const RECORD_DOCUMENT_TYPES = [
  { code: 'DISCHARGE_SUMMARY', zh: '出院小结', en: 'discharge summary', standard: 'WS/T 500.53-2016' },
  { code: 'REFERRAL_RECORD', zh: '转诊(院)记录', en: 'referral record', standard: 'WS/T 483.20-2016' },
  { code: 'RETURN_RECORD', zh: '双向转诊(回转)单', en: 'return record', standard: null },
  { code: 'NURSING_SUMMARY', zh: '护理小结', en: 'nursing summary', standard: null },
  { code: 'INPATIENT_SUMMARY', zh: '住院摘要', en: 'inpatient summary', standard: 'WS/T 483.18-2016' },
  { code: 'OUTPATIENT_SUMMARY', zh: '门诊摘要', en: 'outpatient summary', standard: 'WS/T 483.17-2016' },
  { code: 'CONSULTATION_RECORD', zh: '会诊记录', en: 'consultation record', standard: 'WS/T 483.19-2016' },
  { code: 'CHECKUP_REPORT', zh: '成人健康体检', en: 'check-up report', standard: 'WS/T 483.16-2016' },
  { code: 'ASSESSMENT_REPORT', zh: '老年人能力评估报告', en: 'ability assessment report', standard: 'GB/T 42195-2022' },
] as const satisfies readonly DocumentTypeTerm[];
export type RecordDocumentType = CodeOf<typeof RECORD_DOCUMENT_TYPES>;

/** Minimal sections of a discharge summary. Source: WS/T 500.53-2016, standards §8. */
export const DISCHARGE_SUMMARY_SECTIONS = [
  { code: 'MAIN_HEALTH_PROBLEM', zh: '主要健康问题', en: 'main health problem' },
  { code: 'ADMISSION_DIAGNOSIS', zh: '入院诊断', en: 'admission diagnosis' },
  { code: 'DISCHARGE_DIAGNOSIS', zh: '出院诊断', en: 'discharge diagnosis' },
  { code: 'PROCEDURES', zh: '手术操作', en: 'procedures' },
  { code: 'TREATMENT_PLAN', zh: '治疗计划', en: 'treatment plan' },
  { code: 'HOSPITAL_COURSE', zh: '住院过程', en: 'hospital course' },
  { code: 'ORDERS', zh: '医嘱', en: 'orders' },
  { code: 'LABORATORY', zh: '实验室检查', en: 'laboratory' },
] as const satisfies readonly CodeTerm[];
export type DischargeSummarySection = CodeOf<typeof DISCHARGE_SUMMARY_SECTIONS>;

/** Minimal sections of a nursing summary. Source: standards §9.5. */
export const NURSING_SUMMARY_SECTIONS = [
  { code: 'SELF_CARE_LEVEL', zh: '自理/评估等级', en: 'self-care and assessed level' },
  { code: 'PRESSURE_INJURY', zh: '压疮', en: 'pressure injury' },
  { code: 'TUBES', zh: '管路', en: 'tubes' },
  { code: 'DIET', zh: '饮食', en: 'diet' },
  { code: 'EXCRETION', zh: '排泄', en: 'excretion' },
  { code: 'SLEEP', zh: '睡眠', en: 'sleep' },
  { code: 'FALL_WANDERING_RISK', zh: '跌倒/走失风险', en: 'risk of falls and wandering' },
  { code: 'MEDICATION', zh: '用药执行', en: 'medication given' },
  { code: 'SKIN', zh: '皮肤', en: 'skin' },
  { code: 'MOOD_BEHAVIOUR', zh: '情绪行为', en: 'mood and behaviour' },
  { code: 'FAMILY_CONTACT', zh: '家属联系', en: 'contact with the family' },
  { code: 'PRECAUTIONS', zh: '注意事项', en: 'precautions' },
] as const satisfies readonly CodeTerm[];
export type NursingSummarySection = CodeOf<typeof NURSING_SUMMARY_SECTIONS>;

/** Sections of the record summary that travels with a referral. Sources: REF-27; standards §9.3. */
export const RECORD_SECTIONS = [
  { code: 'DIAGNOSES', zh: '诊断', en: 'diagnoses' },
  { code: 'HISTORY', zh: '现病史与既往史', en: 'history' },
  { code: 'TREATMENT', zh: '治疗经过', en: 'treatment' },
  { code: 'MEDICATIONS', zh: '当前用药', en: 'current drugs' },
  { code: 'ALLERGIES', zh: '过敏史', en: 'allergies' },
  { code: 'OBSERVATIONS', zh: '检查检验结果', en: 'examinations and tests' },
  { code: 'ASSESSMENTS', zh: '能力评估', en: 'assessments' },
  { code: 'CHECKUPS', zh: '健康体检', en: 'check-ups' },
  { code: 'NURSING', zh: '护理', en: 'nursing' },
  { code: 'DOCUMENTS', zh: '文书', en: 'documents' },
] as const satisfies readonly CodeTerm[];
export type RecordSection = CodeOf<typeof RECORD_SECTIONS>;
