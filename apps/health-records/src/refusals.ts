import type { RefusalCatalogue } from '@yiyang/http';

/** What health-records refuses. */
export const REFUSALS = {
  ID_NUMBER_INVALID: { status: 400, owner: 'caller', zh: '身份证号无效', en: 'The id number is not valid' },
  CLIENT_ALREADY_BOUND: {
    status: 409,
    owner: 'caller',
    zh: '该客户端已绑定其他老人',
    en: 'The client is bound to somebody else',
    constraint: 'elder_client_one_elder',
  },
  GUARDIAN_NOT_PROVEN: {
    status: 422,
    owner: 'caller',
    zh: '监护关系或证明不完整',
    en: 'Relation and proof are needed of a guardian, and only of a guardian',
  },
  CONSENT_ALREADY_EXPIRED: {
    status: 422,
    owner: 'caller',
    zh: '同意书已过期',
    en: 'The consent would be over already',
  },
  CONSENT_ALREADY_WITHDRAWN: {
    status: 409,
    owner: 'caller',
    zh: '同意书已撤回',
    en: 'The consent was withdrawn before',
  },
  CONSENT_MISSING: { status: 403, owner: 'caller', zh: '缺少知情同意', en: 'No consent covers this use' },
  CONSENT_WITHDRAWN: { status: 403, owner: 'caller', zh: '知情同意已撤回', en: 'The consent was withdrawn' },
  CONSENT_EXPIRED: { status: 403, owner: 'caller', zh: '知情同意不在有效期', en: 'The consent is not in force' },
  CONSENT_CHANGED: {
    status: 409,
    owner: 'caller',
    zh: '同时登记了另一份同意书',
    en: 'Another consent was given at the same moment',
    constraint: 'consent_version_once',
    retryAfter: 1,
  },
  ASSESSOR_NOT_LISTED: {
    status: 422,
    owner: 'caller',
    zh: '评估人员未入库',
    en: 'The assessor is not in the register',
  },
  ASSESSOR_CERTIFICATE_NOT_VALID: {
    status: 422,
    owner: 'caller',
    zh: '评估人员证书不在有效期',
    en: 'The assessor’s certificate was not valid on that day',
  },
  ASSESSOR_IS_PROVIDER: {
    status: 422,
    owner: 'caller',
    zh: '评估人员属于该老人的服务机构',
    en: 'The assessor belongs to the elder’s own provider',
  },
  GRANT_READS_ONLY: {
    status: 403,
    owner: 'caller',
    zh: '转诊完成后的授权仅可查阅',
    en: 'After completion the grant only reads',
  },
  SOURCE_ID_USED: {
    status: 409,
    owner: 'caller',
    zh: '来源编号已用于其他文书',
    en: 'The source id belongs to another document',
    constraint: 'document_source_once',
  },
} as const satisfies RefusalCatalogue;
