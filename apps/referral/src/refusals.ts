import type { RefusalCatalogue } from '@yiyang/http';

const caller = { owner: 'caller' } as const;
const rule = { status: 422, ...caller } as const;
const state = { status: 409, ...caller } as const;

/** What referral may answer "no" to, and the constraint that stands for the same rule. */
export const refusals = {
  // The request (REF-01, REF-02, REF-17, REF-26, REF-29)
  NO_REFERRAL_AGREEMENT: {
    ...rule,
    zh: '双方无有效的双向转诊协议',
    en: 'No referral agreement is in force between the two',
  },
  INDICATION_MISSING: { ...rule, zh: '缺少转诊指征', en: 'No referral indication is given' },
  INDICATION_FOR_OTHER_DIRECTION: {
    ...rule,
    zh: '转诊指征与方向不符',
    en: 'The indication belongs to another direction',
  },
  STAGE_MISSING: { ...rule, zh: '缺少服务阶段', en: 'The stage of care is missing' },
  CONSENT_MISSING: { ...rule, zh: '缺少知情同意', en: 'There is no consent of the elder' },
  CONSENT_WITHDRAWN: { ...rule, zh: '知情同意已撤回', en: 'The consent was withdrawn' },
  CONSENT_EXPIRED: { ...rule, zh: '知情同意不在有效期内', en: 'The consent is not in force' },
  CONSENT_FOR_OTHER_PURPOSE: { ...rule, zh: '知情同意未涵盖转诊', en: 'The consent is not for referral' },
  CONSENT_FOR_OTHER_RECIPIENT: { ...rule, zh: '知情同意未涵盖接收机构', en: 'The consent does not name the receiver' },
  DIRECTION_DOES_NOT_FIT: {
    ...rule,
    zh: '转诊方向与双方机构不符',
    en: 'The direction does not fit the two institutions',
  },
  RECEIVER_MISSING: { ...rule, zh: '未指定接收机构', en: 'The receiver is not named' },
  SAME_INSTITUTION: { ...rule, zh: '转出与转入机构相同', en: 'Sender and receiver are the same' },
  INSTITUTION_NOT_OPERATING: {
    status: 422,
    owner: 'receiver',
    zh: '机构未在运营',
    en: 'The institution takes nobody in now',
  },
  OPEN_REFERRAL_EXISTS: {
    ...state,
    zh: '老年人已有未结束的转诊',
    en: 'The elder has an open referral',
    constraint: 'referral_one_open_per_person',
  },
  ELDER_LIES_ELSEWHERE: { ...state, zh: '老年人在其他机构住院', en: 'The elder is an inpatient elsewhere' },
  ELDER_DECEASED: { ...state, zh: '老年人已去世', en: 'The elder has died' },
  // Steps (8.4, REF-05, REF-13)
  REFERRAL_NOT_IN_STATUS: { ...state, zh: '当前状态不允许此操作', en: 'Not possible in this status' },
  REFERRAL_OTHER_SIDE: { status: 403, ...caller, zh: '应由另一方操作', en: 'This is the other side’s to do' },
  REASON_DOES_NOT_FIT: { ...rule, zh: '原因代码不适用', en: 'The reason does not fit' },
  NO_FREE_BED: {
    status: 409,
    owner: 'receiver',
    zh: '无空闲床位',
    en: 'No bed is free',
    constraint: 'bed_use_one_person_per_bed',
  },
  BEDS_RESERVED: {
    status: 409,
    owner: 'receiver',
    zh: '仅余特困兜底床位',
    en: 'Only beds reserved for the extremely poor are free',
  },
  BED_KIND_NOT_THERE: { ...rule, zh: '床位类别不适用于该机构', en: 'The institution has no such kind of bed' },
  TRANSFER_PLAN_INCOMPLETE: { ...rule, zh: '转运方案不完整', en: 'The transfer plan is incomplete' },
  DATE_IN_FUTURE: { ...rule, zh: '日期晚于当前', en: 'The date lies in the future' },
  DATE_TOO_EARLY: { ...rule, zh: '日期早于前一步骤', en: 'The date lies before the step it follows' },
  // The end of a stay (REF-02, REF-07)
  STAGE_NOT_CONVALESCENT: { ...rule, zh: '非康复期或稳定期', en: 'Neither rehabilitation nor stable stage' },
  NO_KEPT_BED: { ...state, zh: '无保留的养老床位', en: 'No care bed is kept for the elder' },
  DISCHARGE_STANDARD_MISSING: { ...rule, zh: '缺少出院标准', en: 'No discharge standard is given' },
  SUMMARY_MISSING: { ...rule, zh: '缺少出院小结或护理小结', en: 'The summary of the stay is missing' },
  NEXT_REFERRAL_MISSING: { ...rule, zh: '缺少续转信息', en: 'Who takes over is missing' },
  DESTINATION_CONFLICT: { ...rule, zh: '去向与续转不一致', en: 'The destination does not fit the next referral' },
  // Stays and care states (REF-06)
  ELDER_LIVES_ELSEWHERE: {
    ...state,
    zh: '老年人已在住或住院',
    en: 'The elder already lives in an institution',
    constraint: 'bed_use_one_bed_per_person_and_side',
  },
  NOT_A_CARE_INSTITUTION: { ...rule, zh: '非养老机构', en: 'Not a care institution' },
  STAYS_OVERLAP: { ...state, zh: '入住时间重叠', en: 'Stays would overlap', constraint: 'stay_one_at_a_time_per_side' },
  CARE_STATE_CONFLICT: {
    ...state,
    zh: '照护状态不允许此变更',
    en: 'The care state does not allow this',
    constraint: 'care_state_one_at_a_time',
  },
  POLICY_NOT_PUBLISHED: {
    status: 503,
    owner: 'platform',
    zh: '政策参数未发布',
    en: 'A policy value is not published',
    retryAfter: 5,
  },
} as const satisfies RefusalCatalogue;
