import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals of the application's steps. */
export const APPLICATION_REFUSALS = {
  TOLD_ONCE_ALREADY: {
    status: 409,
    owner: 'caller',
    zh: '补正要求只能一次性告知',
    en: 'The applicant has been told once what is missing',
  },
  ESTABLISHMENT_NOT_APPROVED: {
    status: 409,
    owner: 'caller',
    zh: '尚未批准设置',
    en: 'The establishment has not been approved yet',
  },
  SCOPE_EXCLUDES_ELDER_CARE: {
    status: 422,
    owner: 'caller',
    zh: '原登记机关尚未增加养老服务业务范围',
    en: 'The charter does not include elder care yet',
  },
  WARD_FOUNDER_NOT_ELIGIBLE: {
    status: 422,
    owner: 'caller',
    zh: '该医院不得在养老机构设立老年病区',
    en: 'The hospital may not set up an elder ward in a care institution',
  },
} as const satisfies RefusalCatalogue;
