import type { CodeOf, CodeTerm } from './code-list.js';
import type { ReferralDirection } from './referral.js';

/** The side of a referral that acts: SENDER asks, RECEIVER decides. */
export type ReferralParty = 'SENDER' | 'RECEIVER';

export interface ReasonTerm extends CodeTerm {
  /** Who may give this reason. */
  readonly by: readonly ReferralParty[];
  /** Directions in which the reason makes sense; absent = all. */
  readonly directions?: readonly ReferralDirection[];
  /** The code says too little by itself: a text is required. */
  readonly needsText?: true;
}

const receiver = { by: ['RECEIVER'] } as const;
const sender = { by: ['SENDER'] } as const;
const either = { by: ['SENDER', 'RECEIVER'] } as const;

/** Why the receiver does not take the patient. Source: standards §9.2. */
export const REJECT_REASONS = [
  { code: 'OUT_OF_SCOPE', zh: '超出诊疗范围', en: 'out of scope', ...receiver },
  { code: 'INSUFFICIENT_INFO', zh: '资料不全', en: 'insufficient information', ...receiver },
  { code: 'NOT_MEET_ADMISSION', zh: '不符合入院标准', en: 'admission standard not met', ...receiver },
  { code: 'SUGGEST_OTHER_DEPT', zh: '建议转其他科室', en: 'other department suggested', ...receiver },
  { code: 'SUGGEST_HIGHER_LEVEL', zh: '建议转上级医院', en: 'higher level suggested', ...receiver },
  { code: 'RESOURCE_LIMITED', zh: '资源不足', en: 'resources limited', ...receiver },
  { code: 'NO_CAPABILITY', zh: '无救治能力', en: 'no capability', ...receiver },
  { code: 'MEDICATION_SHORTAGE', zh: '药品不足', en: 'medication shortage', ...receiver },
  { code: 'EQUIPMENT_SHORTAGE', zh: '设备不足', en: 'equipment shortage', ...receiver },
  { code: 'BED_FULL', zh: '床位已满', en: 'no free bed', ...receiver },
  { code: 'OUT_OF_SERVICE_AREA', zh: '超出服务区域', en: 'out of the service area', ...receiver },
  {
    code: 'NOT_SUITABLE_FOR_DOWNWARD',
    zh: '不适宜下转',
    en: 'not suitable for downward referral',
    ...receiver,
    directions: ['DOWN', 'MED_TO_CARE'],
  },
  { code: 'OTHER', zh: '其他', en: 'other', ...receiver, needsText: true },
] as const satisfies readonly ReasonTerm[];
export type RejectReason = CodeOf<typeof REJECT_REASONS>;

/** Why the sender takes the request back. Source: standards §9.2. */
export const CANCEL_REASONS = [
  { code: 'FORM_ERROR', zh: '填写错误', en: 'form error', ...sender },
  { code: 'CONDITION_CHANGED', zh: '病情变化', en: 'condition changed', ...sender },
  { code: 'PATIENT_WITHDRAW', zh: '患者撤回', en: 'patient withdrew', ...sender },
  { code: 'OTHER', zh: '其他', en: 'other', ...sender, needsText: true },
] as const satisfies readonly ReasonTerm[];
export type CancelReason = CodeOf<typeof CANCEL_REASONS>;

/** Why an accepted referral ends without treatment (no show). Source: standards §9.2, §9.4. */
export const CLOSE_REASONS = [
  { code: 'PATIENT_GIVEUP', zh: '患者放弃', en: 'patient gave up', ...either },
  { code: 'PATIENT_OTHER_HOSPITAL', zh: '患者选择其他医院', en: 'patient chose another hospital', ...either },
  { code: 'CONDITION_CHANGED', zh: '病情变化', en: 'condition changed', ...either },
  { code: 'NEED_HIGHER_LEVEL', zh: '需转更高级别医院', en: 'higher level needed', ...receiver },
  { code: 'OTHER', zh: '其他', en: 'other', ...either, needsText: true },
] as const satisfies readonly ReasonTerm[];
export type CloseReason = CodeOf<typeof CLOSE_REASONS>;

export const REFERRAL_REASONS = { REJECT: REJECT_REASONS, CANCEL: CANCEL_REASONS, CLOSE: CLOSE_REASONS } as const;

/** May this party give this reason for this act in this direction? */
export function isReasonFor(
  act: keyof typeof REFERRAL_REASONS,
  code: string,
  given: { by: ReferralParty; direction: ReferralDirection },
): boolean {
  const terms: readonly ReasonTerm[] = REFERRAL_REASONS[act];
  return terms.some(
    (term) => term.code === code && term.by.includes(given.by) && (term.directions?.includes(given.direction) ?? true),
  );
}
