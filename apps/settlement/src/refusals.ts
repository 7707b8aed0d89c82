import type { RefusalCatalogue } from '@yiyang/http';

/** What settlement refuses. */
export const REFUSALS = {
  KIND_NOT_DESIGNABLE: {
    status: 422,
    owner: 'caller',
    zh: '该类机构不得申请医保定点',
    en: 'This kind of institution cannot be designated',
  },
  NOT_IN_OPERATION: {
    status: 422,
    owner: 'caller',
    zh: '机构尚未正式运营',
    en: 'The institution is not in formal operation',
  },
  TOO_EARLY: { status: 422, owner: 'caller', zh: '未满正式运营期限', en: 'Too early after the start of operation' },
  SCHEME_NOT_IN_REGION: {
    status: 422,
    owner: 'caller',
    zh: '该地区未开放此险种',
    en: 'The region does not open this scheme',
  },
  DESIGNATION_EXISTS: {
    status: 409,
    owner: 'caller',
    zh: '已有进行中的定点',
    en: 'A designation is under way or active',
    constraint: 'one_designation_at_a_time',
  },
  DESIGNATION_STEP_NOT_ALLOWED: {
    status: 409,
    owner: 'caller',
    zh: '当前状态不允许该操作',
    en: 'The status does not allow this step',
  },
  DATE_OUT_OF_ORDER: {
    status: 422,
    owner: 'caller',
    zh: '日期早于前一步骤或晚于今日',
    en: 'The date lies before the previous step or after today',
  },
  NOT_DESIGNATED: {
    status: 422,
    owner: 'caller',
    zh: '服务日期无有效医保定点',
    en: 'No active designation on the service date',
  },
  SYSTEM_NOT_OPEN: {
    status: 409,
    owner: 'receiver',
    zh: '医保信息系统尚未开通',
    en: 'The insurance system is not open yet',
  },
  SCHEME_NOT_OPENED: {
    status: 422,
    owner: 'caller',
    zh: '该定点未开通此险种',
    en: 'The scheme is not opened for this designation',
  },
  INSURED_DIFFERENTLY: { status: 422, owner: 'caller', zh: '与参保信息不符', en: 'The person is insured differently' },
  STAY_NOT_ENDED: {
    status: 422,
    owner: 'caller',
    zh: '出院日期无效',
    en: 'The stay has not ended or ends before it begins',
  },
  LINE_MALFORMED: { status: 400, owner: 'caller', zh: '费用明细有误', en: 'A bill line contradicts itself' },
  NOTHING_TO_SETTLE: { status: 422, owner: 'caller', zh: '无可结算费用', en: 'No line of the bill can be settled' },
  BENEFIT_NOT_SET: {
    status: 422,
    owner: 'receiver',
    zh: '参保地未公布该待遇',
    en: 'The insured region sets no benefit for this case',
  },
  POLICY_NOT_PUBLISHED: {
    status: 422,
    owner: 'receiver',
    zh: '地区政策未公布',
    en: 'The region has published no value',
  },
  STAY_ALREADY_SETTLED: {
    status: 409,
    owner: 'caller',
    zh: '该次住院已结算',
    en: 'The stay is settled already',
    constraint: 'stay_settled_once',
  },
  CLAIM_NOT_CANCELLABLE: { status: 409, owner: 'caller', zh: '结算已撤销', en: 'The claim was cancelled already' },
} as const satisfies RefusalCatalogue;
