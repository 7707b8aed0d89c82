import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals about qualifications, operation and registration. */
export const INSTITUTION_REFUSALS = {
  BEFORE_QUALIFICATION: {
    status: 422,
    owner: 'caller',
    zh: '生效日期早于资质起始日',
    en: 'The day lies before the qualification began',
  },
  BEFORE_OPERATION: {
    status: 422,
    owner: 'caller',
    zh: '生效日期早于运营起始日',
    en: 'The day lies before the operation began',
  },
  RENEWAL_NOT_LONGER: {
    status: 422,
    owner: 'caller',
    zh: '延续后的有效期须晚于原有效期',
    en: 'A renewal ends later than what it renews',
  },
  NATURE_CHANGE_NOT_APPROVED: {
    status: 422,
    owner: 'caller',
    zh: '公建民营机构变更性质须经民政部门批准',
    en: 'A publicly built, privately run home changes its nature only with the approval of civil affairs',
  },
} as const satisfies RefusalCatalogue;
