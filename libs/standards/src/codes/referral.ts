import type { CodeOf, CodeTerm } from './code-list.js';

/** Source: standards §9.1; a MED_TO_CARE or CARE_TO_MED move is a 转介. */
export const REFERRAL_DIRECTIONS = [
  { code: 'UP', zh: '上转', en: 'upward referral' },
  { code: 'DOWN', zh: '下转', en: 'downward referral' },
  { code: 'MED_TO_CARE', zh: '转介(医转养)', en: 'transfer from medical to care' },
  { code: 'CARE_TO_MED', zh: '转介(养转医)', en: 'transfer from care to medical' },
  { code: 'LATERAL', zh: '同级转诊', en: 'referral on the same level' },
] as const satisfies readonly CodeTerm[];
export type ReferralDirection = CodeOf<typeof REFERRAL_DIRECTIONS>;

/** Source: standards B.10. */
export const REFERRAL_URGENCIES = [
  { code: 'EMERGENCY', zh: '急诊', en: 'emergency' },
  { code: 'URGENT', zh: '紧急', en: 'urgent' },
  { code: 'ROUTINE', zh: '常规', en: 'routine' },
] as const satisfies readonly CodeTerm[];
export type ReferralUrgency = CodeOf<typeof REFERRAL_URGENCIES>;

export interface IndicationTerm extends CodeTerm {
  readonly directions: readonly ReferralDirection[];
}

const toHigher = ['UP', 'CARE_TO_MED', 'LATERAL'] as const;
const toLower = ['DOWN', 'MED_TO_CARE', 'LATERAL'] as const;
const anyWay = ['UP', 'DOWN', 'MED_TO_CARE', 'CARE_TO_MED', 'LATERAL'] as const;

/** Referral indications (双向转诊指征); a region's or an alliance's catalogue may add to them. Sources: REF-02; standards §9.2. */
export const REFERRAL_INDICATIONS = [
  { code: 'CRITICAL_ILLNESS', zh: '急危重症', en: 'critical or emergency illness', directions: toHigher },
  { code: 'DIAGNOSIS_UNCLEAR', zh: '诊断不明', en: 'unclear diagnosis', directions: toHigher },
  {
    code: 'TREATMENT_INEFFECTIVE',
    zh: '连续2次治疗效果不佳',
    en: 'two treatments without effect',
    directions: toHigher,
  },
  {
    code: 'SEVERE_HYPERTENSION',
    zh: '血压≥180/110mmHg',
    en: 'blood pressure of 180/110 mmHg or more',
    directions: toHigher,
  },
  {
    code: 'ABNORMAL_GLUCOSE',
    zh: '血糖≥16.7或≤3.9mmol/L伴症状',
    en: 'glucose 16.7 or more, or 3.9 mmol/L or less, with symptoms',
    directions: toHigher,
  },
  { code: 'LACK_EXAMINATION', zh: '缺乏检查条件', en: 'examination not available', directions: toHigher },
  { code: 'LACK_TREATMENT', zh: '缺乏治疗条件', en: 'treatment not available', directions: toHigher },
  { code: 'SPECIALIST_NEEDED', zh: '需专科诊治', en: 'specialist needed', directions: toHigher },
  { code: 'SURGERY_INTERVENTION', zh: '需手术或介入', en: 'surgery or intervention', directions: toHigher },
  { code: 'ADMISSION_EVALUATION', zh: '需住院评估', en: 'evaluation for admission', directions: toHigher },
  { code: 'CONDITION_DETERIORATING', zh: '病情加重', en: 'condition deteriorating', directions: toHigher },
  { code: 'NEED_FOLLOWUP_REHAB_PLAN', zh: '复查异常', en: 'abnormal follow-up, new plan needed', directions: toHigher },
  { code: 'PATIENT_REQUEST', zh: '患者要求', en: 'patient request', directions: toHigher },
  {
    code: 'ACUTE_TREATMENT_COMPLETED',
    zh: '急性期治疗完成、病情稳定',
    en: 'acute treatment completed, stable',
    directions: toLower,
  },
  { code: 'POST_SURGERY', zh: '术后康复', en: 'recovery after surgery', directions: toLower },
  {
    code: 'CHRONIC_MANAGEMENT',
    zh: '慢病长期管理',
    en: 'long-term management of chronic disease',
    directions: toLower,
  },
  { code: 'WOUND_CARE', zh: '伤口/造瘘护理', en: 'wound or stoma care', directions: toLower },
  { code: 'REHABILITATION_TRAINING', zh: '康复训练', en: 'rehabilitation training', directions: toLower },
  { code: 'PALLIATIVE_CARE', zh: '安宁疗护', en: 'palliative care', directions: toLower },
  { code: 'PATIENT_PREFERENCE', zh: '患者意愿', en: 'patient preference', directions: toLower },
  { code: 'OTHER', zh: '其他', en: 'other, with text', directions: anyWay },
] as const satisfies readonly IndicationTerm[];
export type ReferralIndication = CodeOf<typeof REFERRAL_INDICATIONS>;

/** Does the indication fit the direction? */
export function isIndicationFor(code: ReferralIndication, direction: ReferralDirection): boolean {
  const terms: readonly IndicationTerm[] = REFERRAL_INDICATIONS;
  return terms.some((term) => term.code === code && term.directions.includes(direction));
}

/** Stage of the illness on every episode. Source: REF-17. */
export const CARE_STAGES = [
  { code: 'PREVENTION', zh: '预防期', en: 'prevention' },
  { code: 'TREATMENT', zh: '治疗期', en: 'treatment' },
  { code: 'REHABILITATION', zh: '康复期', en: 'rehabilitation' },
  { code: 'STABLE', zh: '稳定期', en: 'stable' },
  { code: 'END_OF_LIFE', zh: '临终期', en: 'end of life' },
] as const satisfies readonly CodeTerm[];
export type CareStage = CodeOf<typeof CARE_STAGES>;

/** The one state a person is in. Sources: REF-06, REF-07; requirements 8.5. */
export const CARE_STATES = [
  { code: 'HOME_CARE', zh: '居家', en: 'at home' },
  { code: 'RESIDENT_STABLE', zh: '在住稳定', en: 'resident, stable' },
  { code: 'CONVALESCENT', zh: '休养状态', en: 'convalescent state' },
  { code: 'INPATIENT', zh: '住院状态', en: 'inpatient state' },
  { code: 'DECEASED', zh: '死亡', en: 'deceased' },
] as const satisfies readonly CodeTerm[];
export type CareState = CodeOf<typeof CARE_STATES>;
