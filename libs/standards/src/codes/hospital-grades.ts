import type { CodeOf, CodeTerm } from './code-list.js';

export interface HospitalGradeTerm extends CodeTerm {
  /** 医保 hosp_lv: two characters, never the bare digit. */
  readonly hospLv: string;
  /** Hospital level 1-3; 0 = ungraded. */
  readonly level: 0 | 1 | 2 | 3;
  /** Level at which a stay is billed; 0 = ungraded, the policy `settlement.ungradedBillingLevel` decides. */
  readonly billingLevel: 0 | 1 | 2 | 3;
}

/** Source: standards §4.3. */
export const HOSPITAL_GRADES = [
  { code: 'LEVEL_3_SPECIAL', zh: '三级特等', en: 'level 3 special', hospLv: '01', level: 3, billingLevel: 3 },
  { code: 'LEVEL_3_A', zh: '三级甲等', en: 'level 3 A', hospLv: '02', level: 3, billingLevel: 3 },
  { code: 'LEVEL_3_B', zh: '三级乙等', en: 'level 3 B', hospLv: '03', level: 3, billingLevel: 3 },
  { code: 'LEVEL_3_C', zh: '三级丙等', en: 'level 3 C', hospLv: '04', level: 3, billingLevel: 3 },
  { code: 'LEVEL_2_A', zh: '二级甲等', en: 'level 2 A', hospLv: '05', level: 2, billingLevel: 2 },
  { code: 'LEVEL_2_B', zh: '二级乙等', en: 'level 2 B', hospLv: '06', level: 2, billingLevel: 2 },
  { code: 'LEVEL_2_C', zh: '二级丙等', en: 'level 2 C', hospLv: '07', level: 2, billingLevel: 2 },
  { code: 'LEVEL_1_A', zh: '一级甲等', en: 'level 1 A', hospLv: '08', level: 1, billingLevel: 1 },
  { code: 'LEVEL_1_B', zh: '一级乙等', en: 'level 1 B', hospLv: '09', level: 1, billingLevel: 1 },
  { code: 'LEVEL_1_C', zh: '一级丙等', en: 'level 1 C', hospLv: '10', level: 1, billingLevel: 1 },
  { code: 'UNGRADED', zh: '未定级', en: 'ungraded', hospLv: '11', level: 0, billingLevel: 0 },
] as const satisfies readonly HospitalGradeTerm[];
export type HospitalGrade = CodeOf<typeof HOSPITAL_GRADES>;
