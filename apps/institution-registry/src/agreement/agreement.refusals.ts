import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals of cooperation agreements. */
export const AGREEMENT_REFUSALS = {
  AGREEMENT_PART_MISSING: {
    status: 422,
    owner: 'caller',
    zh: '协议缺少必备内容',
    en: 'One of the four parts is missing',
  },
  SERVICE_ITEMS_MISSING: {
    status: 422,
    owner: 'caller',
    zh: '缺少医疗服务项目清单',
    en: 'The service item list is empty',
  },
  AGREEMENT_TERM: { status: 422, owner: 'caller', zh: '协议期限有误', en: 'The term is not possible' },
  AGREEMENT_RENEWAL: {
    status: 422,
    owner: 'caller',
    zh: '续签须为相同双方并在原协议期满后开始',
    en: 'A renewal joins the same parties and begins after the last day',
  },
  AGREEMENT_OVERLAPS: {
    status: 409,
    owner: 'caller',
    zh: '相同双方同类协议期限重叠',
    en: 'The parties have an agreement of this type in this term',
    constraint: 'agreement_no_overlap',
  },
  PARTNER_NOT_ELIGIBLE: {
    status: 422,
    owner: 'receiver',
    zh: '合作方不符合条件',
    en: 'A partner is not qualified or not operating',
  },
  HOME_CARE_BED_PROVIDER: {
    status: 422,
    owner: 'caller',
    zh: '家庭养老床位须由备案养老机构提供',
    en: 'Home care beds are offered by an institution with a care filing',
  },
  SUPPORT_LEVEL_TOO_LOW: {
    status: 422,
    owner: 'caller',
    zh: '医院级别不得承担对口支援',
    en: 'The level of the hospital is too low for counterpart support',
  },
  AGREEMENT_STATE: { status: 409, owner: 'caller', zh: '协议状态不允许', en: 'The agreement is in another state' },
  ALREADY_SIGNED: { status: 409, owner: 'caller', zh: '本方已签署', en: 'This side has signed' },
} as const satisfies RefusalCatalogue;
