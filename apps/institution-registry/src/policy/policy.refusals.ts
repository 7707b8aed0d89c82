import type { RefusalCatalogue } from '@yiyang/http';

export const POLICY_REFUSALS = {
  POLICY_KEY_UNKNOWN: { status: 400, owner: 'caller', zh: '未知的政策参数', en: 'There is no such policy parameter' },
  POLICY_KEY_TWICE: { status: 400, owner: 'caller', zh: '政策参数重复', en: 'A policy parameter is stated twice' },
  POLICY_VALUE_INVALID: {
    status: 422,
    owner: 'caller',
    zh: '政策取值不符合参数要求',
    en: 'The value does not fit its policy parameter',
  },
  POLICY_VALUE_TOO_LONG: { status: 422, owner: 'caller', zh: '政策取值过长', en: 'The policy value is too long' },
  POLICY_PERIOD: {
    status: 422,
    owner: 'caller',
    zh: '政策有效期有误',
    en: 'The period of validity ends before it begins',
  },
  POLICY_SOURCE_MISSING: {
    status: 422,
    owner: 'caller',
    zh: '政策取值须注明文件和条款',
    en: 'A policy value names its document and clause',
  },
  POLICY_DRAFT_STATE: {
    status: 409,
    owner: 'caller',
    zh: '草案状态不允许',
    en: 'The draft has been published or discarded',
  },
  POLICY_SET_CHANGED: {
    status: 409,
    owner: 'caller',
    zh: '政策集在起草后已有新版本',
    en: 'The set has a newer version than the draft was made on',
  },
  POLICY_NOT_A_TEMPLATE: { status: 422, owner: 'caller', zh: '不是政策模板', en: 'The set is not a template' },
  POLICY_VALUE_ENDED: { status: 409, owner: 'caller', zh: '政策取值已失效', en: 'The policy value has ended' },
} as const satisfies RefusalCatalogue;
