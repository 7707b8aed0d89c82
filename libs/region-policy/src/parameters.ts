import { INSURANCE_SCHEMES, PAYMENT_METHODS } from '@yiyang/standards';
import type { Check, Checked } from './check.js';
import { codeOf, flag, listOf, nullable, oneOf, shape, share, wholeNumber } from './check.js';
import type { Parameter } from './parameter.js';
import { REGISTRY_PARAMETERS } from './registry-parameters.js';
import { deductibles, majorIllness, medicalAid, poolCaps, poolRatios } from './settlement-values.js';
import { TARGET_PARAMETERS } from './target-parameters.js';
import { ltci } from './target-values.js';

const minutes = wholeNumber(1, 100_000);
const hours = wholeNumber(1);

/** Every parameter a policy set may hold, beside the switches `rules.<ID>`. Keys are never renamed: sets are stored. */
export const PARAMETERS = {
  ...REGISTRY_PARAMETERS,
  ...TARGET_PARAMETERS,
  'designation.minOperatingMonths': { from: 'P-10', zh: '申请定点前正式运营月数', check: wholeNumber(0) },
  'designation.evaluationWarningDays': { from: 'SET-03', zh: '定点评估预警(天)', check: wholeNumber(1) },
  'designation.evaluationMaxMonths': { from: 'P-11', zh: '定点评估时限(月)', check: nullable(wholeNumber(1)) },
  'designation.agreementMaxWorkingDays': {
    from: 'P-12',
    zh: '协议签订和系统开通时限(工作日)',
    check: nullable(wholeNumber(1)),
  },
  'designation.schemes': { from: 'P-13', zh: '定点险种', check: listOf(codeOf(INSURANCE_SCHEMES)) },
  paymentMethods: { from: 'P-14', zh: '医保支付方式', check: listOf(codeOf(PAYMENT_METHODS)) },
  fundingCatalogueAdds: {
    from: 'P-43',
    zh: '医保目录增补',
    check: listOf(oneOf('TCM_PREPARATION', 'ACUPUNCTURE', 'THERAPEUTIC_TUINA', 'MEDICAL_REHAB')),
  },
  ltci: { from: 'P-17', zh: '长期护理保险试点', check: ltci },
  settlementSegments: {
    from: 'P-38',
    zh: '医保结算分段',
    check: listOf(oneOf('ACCOUNT', 'OWN_PAY', 'SUPPLEMENTARY_FUND')),
  },
  homeVisitFee: { from: 'P-35', zh: '上门服务费', check: oneOf('OFF', 'SET_BY_INSTITUTION') },
  insurancePrepayment: { from: 'P-39', zh: '医保资金预付', check: flag },
  globalBudget: { from: 'P-39', zh: '医保总额调整', check: flag },
  deductibleContinuity: { from: 'P-15', zh: '转诊连续计算起付线', check: flag },
  checkupNotifyMonths: { from: 'P-18', zh: '体检结果告知时限(月)', check: wholeNumber(1) },
  /** Answer expected within; missing it is a breach, the request stays open. */
  'referral.answerMinutes': {
    from: 'REF-14, standards §9.4',
    zh: '转诊应答时限(分钟)',
    check: shape({ EMERGENCY: minutes, URGENT: minutes, ROUTINE: minutes }),
  },
  /** An unanswered request expires after. */
  'referral.expiryHours': {
    from: 'standards §9.4',
    zh: '转诊申请失效时限(小时)',
    check: shape({ UP: hours, CARE_TO_MED: hours, LATERAL: hours, DOWN: hours, MED_TO_CARE: hours }),
  },
  /** An accepted referral without arrival is void after. */
  acceptedReferralValidityDays: { from: 'standards §9.4', zh: '已接受转诊的有效期(天)', check: wholeNumber(1) },
  bedHoldHours: { from: 'REF-05, standards §9.4', zh: '床位预留时限(小时)', check: hours },
  bedHoldExtensions: { from: 'standards §9.4', zh: '床位预留可延长次数', check: wholeNumber(0) },
  /** Papers of an urgent referral may follow within. */
  transferDocumentHours: { from: 'REF-24', zh: '急诊转诊资料补交时限(小时)', check: hours },
  grantTailDays: { from: 'REF-27', zh: '转诊完成后查阅授权保留天数', check: wholeNumber(0) },
  followUpDays: { from: 'REF-19', zh: '随诊时限(天)', check: wholeNumber(1) },
  'chain.maxGapDays': { from: 'standards §10.2', zh: '连续起付线的最大间隔(天)', check: wholeNumber(0) },
  'chain.crossYear': { from: 'standards §16', zh: '跨年度连续计算', check: flag },
  'assessment.adjustmentMode': { from: 'standards §5', zh: '能力等级变更方式', check: oneOf('single', 'cumulative') },
  'assessment.validityMonths': { from: 'standards §5', zh: '能力评估有效期(月)', check: wholeNumber(1) },
  /** Level at which an ungraded institution bills. */
  'settlement.ungradedBillingLevel': { from: 'standards §4.3', zh: '未定级机构结算级别', check: oneOf(1, 2, 3) },
  'settlement.deductibles': { from: 'standards §10', zh: '起付线', check: deductibles },
  'settlement.poolRatios': { from: 'standards §10', zh: '统筹支付比例', check: poolRatios },
  'settlement.poolCaps': { from: 'standards §10', zh: '统筹年度封顶线', check: poolCaps },
  'settlement.majorIllness': { from: 'standards §10', zh: '大病保险', check: majorIllness },
  'settlement.medicalAid': { from: 'standards §10.1', zh: '医疗救助', check: medicalAid },
  /** Share of a class B item that the person pays first, where the item names none. */
  'settlement.preselfRatio': { from: 'standards §10.1', zh: '乙类先行自付比例', check: share },
} as const satisfies Record<string, Parameter>;

export type ParameterKey = keyof typeof PARAMETERS;

/** `rules.REF-05`: does the rule of another region apply here? Never set = it does not. */
export type RuleId = `${'REG' | 'CON' | 'REC' | 'REF' | 'SET' | 'MON' | 'GOV' | 'OPS'}-${number}`;
export type RuleKey = `rules.${RuleId}`;

export type PolicyKey = ParameterKey | RuleKey;
export type PolicyValue<K extends PolicyKey> = K extends ParameterKey
  ? Checked<(typeof PARAMETERS)[K]['check']>
  : boolean;

export function isPolicyKey(key: string): key is PolicyKey {
  return isParameterKey(key) || /^rules\.(REG|CON|REC|REF|SET|MON|GOV|OPS)-\d{2}$/.test(key);
}

/** Has the value the shape that its key asks for? */
export function isPolicyValue<K extends PolicyKey>(key: K, value: unknown): value is PolicyValue<K> {
  const check: Check<unknown> = isParameterKey(key) ? PARAMETERS[key].check : flag;
  return check(value);
}

function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(PARAMETERS, key);
}
