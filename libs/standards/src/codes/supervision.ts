import type { CodeOf, CodeTerm } from './code-list.js';

/** Why a department stops an institution or has it put things right. Source: REG-41. */
export const SUSPENSION_GROUNDS = [
  { code: 'SAFETY', zh: '不具备安全条件', en: 'no safe conditions' },
  { code: 'FIRE', zh: '消防不合格', en: 'fire safety not met' },
  { code: 'MAJOR_HAZARD', zh: '存在重大安全隐患', en: 'major hazard' },
  { code: 'LEGAL', zh: '违反法律法规', en: 'breach of law' },
] as const satisfies readonly CodeTerm[];
export type SuspensionGround = CodeOf<typeof SUSPENSION_GROUNDS>;

/** What goes into the record of bad practice. Source: REG-45; the list (inf). */
export const BAD_PRACTICES = [
  { code: 'FALSE_RECORDS', zh: '伪造医疗或服务文书', en: 'false records' },
  { code: 'PRACTICE_BEYOND_SCOPE', zh: '超范围执业', en: 'practice beyond the registered scope' },
  { code: 'UNLICENSED_STAFF', zh: '使用非卫生技术人员', en: 'staff without licence' },
  { code: 'INSURANCE_FRAUD', zh: '骗取医保基金', en: 'insurance fraud' },
  { code: 'ELDER_ABUSE', zh: '欺老虐老', en: 'abuse of elders' },
  { code: 'SAFETY_ACCIDENT', zh: '发生重大安全责任事故', en: 'major accident for which it answers' },
  { code: 'OTHER_BAD_PRACTICE', zh: '其他不良执业行为', en: 'other bad practice' },
] as const satisfies readonly CodeTerm[];
export type BadPractice = CodeOf<typeof BAD_PRACTICES>;

/** What follows from bad practice. Source: REG-45 失信惩戒、强制退出; the steps (inf). */
export const PENALTIES = [
  { code: 'WARNING', zh: '警告', en: 'warning' },
  { code: 'FINE', zh: '罚款', en: 'fine' },
  { code: 'DISHONESTY_LISTED', zh: '列入失信名单', en: 'listed as dishonest' },
  { code: 'FORCED_EXIT', zh: '强制退出', en: 'forced exit' },
] as const satisfies readonly CodeTerm[];
export type Penalty = CodeOf<typeof PENALTIES>;
