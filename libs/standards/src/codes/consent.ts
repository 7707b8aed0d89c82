import type { CodeOf, CodeTerm } from './code-list.js';

/** What data may be used for. Sources: standards §14 (PIPL art. 23, 28-29); architecture §6. */
export const CONSENT_PURPOSES = [
  { code: 'REFERRAL', zh: '转诊与转介', en: 'referral and care transfer' },
  { code: 'CARE_DELIVERY', zh: '医疗与照护服务', en: 'medical and care service' },
  { code: 'RECORD_SHARING', zh: '健康档案共享', en: 'sharing of the health record' },
  { code: 'ABILITY_ASSESSMENT', zh: '能力评估', en: 'ability assessment' },
  { code: 'HEALTH_MANAGEMENT', zh: '健康管理', en: 'health management' },
  { code: 'INSURANCE_SETTLEMENT', zh: '医保结算', en: 'insurance settlement' },
  { code: 'LONG_TERM_CARE_INSURANCE', zh: '长期护理保险', en: 'long-term care insurance' },
  { code: 'SUBSIDY', zh: '养老补贴', en: 'subsidy' },
  { code: 'COMMERCIAL_INSURANCE', zh: '商业保险', en: 'commercial insurance' },
  { code: 'PAID_SERVICE', zh: '个性化有偿服务', en: 'paid personalised service' },
] as const satisfies readonly CodeTerm[];
export type ConsentPurpose = CodeOf<typeof CONSENT_PURPOSES>;

/** Data classes of GB/T 39725-2020 that concern a person. Source: standards §14. */
export const DATA_CLASSES = [
  { code: 'PERSONAL_ATTRIBUTES', zh: '个人属性数据', en: 'personal attributes' },
  { code: 'HEALTH_STATUS', zh: '健康状况数据', en: 'health status' },
  { code: 'MEDICAL_APPLICATION', zh: '医疗应用数据', en: 'medical application' },
  { code: 'MEDICAL_PAYMENT', zh: '医疗支付数据', en: 'medical payment' },
] as const satisfies readonly CodeTerm[];
export type DataClass = CodeOf<typeof DATA_CLASSES>;

/** Who gives consent; anyone but the elder needs proof of guardianship. Source: architecture §6. */
export const CONSENT_GIVERS = [
  { code: 'SELF', zh: '本人', en: 'the elder' },
  { code: 'SPOUSE', zh: '配偶', en: 'spouse' },
  { code: 'CHILD', zh: '子女', en: 'child' },
  { code: 'OTHER_RELATIVE', zh: '其他近亲属', en: 'other near relative' },
  { code: 'APPOINTED_GUARDIAN', zh: '指定监护人', en: 'appointed guardian' },
  { code: 'CIVIL_AFFAIRS', zh: '民政部门', en: 'civil-affairs department' },
] as const satisfies readonly CodeTerm[];
export type ConsentGiver = CodeOf<typeof CONSENT_GIVERS>;

export const GUARDIAN_PROOFS = [
  { code: 'HOUSEHOLD_REGISTER', zh: '户口簿', en: 'household register' },
  { code: 'KINSHIP_CERTIFICATE', zh: '亲属关系证明', en: 'certificate of kinship' },
  { code: 'POWER_OF_ATTORNEY', zh: '授权委托书', en: 'power of attorney' },
  { code: 'GUARDIANSHIP_AGREEMENT', zh: '意定监护协议', en: 'guardianship agreement' },
  { code: 'COURT_DECISION', zh: '法院判决', en: 'court decision' },
] as const satisfies readonly CodeTerm[];
export type GuardianProof = CodeOf<typeof GUARDIAN_PROOFS>;
