import type { RefusalCatalogue } from '@yiyang/http';
import { AGREEMENT_REFUSALS } from './agreement/agreement.refusals.js';
import { ALLIANCE_REFUSALS } from './alliance/alliance.refusals.js';
import { LIAISON_REFUSALS } from './liaison/liaison.refusals.js';
import { FACT_REFUSALS } from './fact/fact.refusals.js';
import { POLICY_REFUSALS } from './policy/policy.refusals.js';
import { BED_REFUSALS } from './bed/bed.refusals.js';
import { COMPLAINT_REFUSALS } from './complaint/complaint.refusals.js';
import { APPLICATION_REFUSALS } from './application/application.refusals.js';
import { GUIDE_REFUSALS } from './guide/guide.refusals.js';
import { INSTITUTION_REFUSALS } from './institution/institution.refusals.js';
import { PRICE_REFUSALS } from './price/price.refusals.js';

/** Refusals of the institution registry. */
export const REFUSALS = {
  ...AGREEMENT_REFUSALS,
  ...LIAISON_REFUSALS,
  ...BED_REFUSALS,
  ...APPLICATION_REFUSALS,
  ...GUIDE_REFUSALS,
  ...INSTITUTION_REFUSALS,
  ...ALLIANCE_REFUSALS,
  ...PRICE_REFUSALS,
  ...POLICY_REFUSALS,
  ...COMPLAINT_REFUSALS,
  ...FACT_REFUSALS,
  LICENCE_NOT_NEEDED: {
    status: 422,
    owner: 'caller',
    zh: '养老机构实行登记备案，不设许可',
    en: 'A care institution files; there is no licence',
  },
  FILING_ONLY: {
    status: 422,
    owner: 'caller',
    zh: '内设医疗机构实行备案管理',
    en: 'An internal medical unit files; there is no approval',
  },
  TWO_IN_ONE_EXCLUDED: {
    status: 422,
    owner: 'caller',
    zh: '该类型不适用两证合一',
    en: 'The type is excluded from the two-in-one certificate',
  },
  WRONG_APPLICATION_PATH: {
    status: 422,
    owner: 'caller',
    zh: '申请途径不符',
    en: 'The application takes another path',
  },
  APPROVAL_NEEDED: { status: 422, owner: 'caller', zh: '须经审批', en: 'An approval is needed' },
  BOTH_NUMBERS_NEEDED: {
    status: 422,
    owner: 'caller',
    zh: '两证合一须同时载明两个证号',
    en: 'A two-in-one approval carries both numbers',
  },
  LEGAL_BASIS_MISSING: { status: 422, owner: 'caller', zh: '缺少法律法规依据', en: 'The legal basis is missing' },
  WRONG_DEPARTMENT: {
    status: 403,
    owner: 'caller',
    zh: '不属于本部门职责',
    en: 'Another department decides on this side',
  },
  APPLICATION_STATE: { status: 409, owner: 'caller', zh: '申请状态不允许', en: 'The application is in another state' },
  OPERATION_STATE: { status: 409, owner: 'caller', zh: '运营状态不允许', en: 'The operation is in another state' },
  NOT_QUALIFIED_YET: { status: 422, owner: 'caller', zh: '尚未取得资质', en: 'Not filed or licensed yet' },
  QUALIFICATION_STATE: {
    status: 409,
    owner: 'caller',
    zh: '资质状态不允许',
    en: 'The qualification is in another state',
  },
  HOST_NOT_ELIGIBLE: { status: 422, owner: 'caller', zh: '所属机构不符合条件', en: 'The host may not have this unit' },
  CREDIT_CODE_NEEDED: {
    status: 422,
    owner: 'caller',
    zh: '独立机构须有统一社会信用代码',
    en: 'A legal institution has a credit code',
  },
  ASSESSOR_KNOWN: {
    status: 409,
    owner: 'caller',
    zh: '证书已登记',
    en: 'The certificate is registered',
    constraint: 'assessor_certificate_no_key',
  },
  CLIENT_BOUND_ELSEWHERE: {
    status: 409,
    owner: 'caller',
    zh: '客户端已绑定其他机构',
    en: 'The client is bound to another institution',
  },
} as const satisfies RefusalCatalogue;
