import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals of liaison forms. */
export const LIAISON_REFUSALS = {
  LIAISON_STAFF_MISSING: {
    status: 422,
    owner: 'caller',
    zh: '联系表缺少责任医生或责任护士',
    en: 'The responsible doctor or nurse is missing',
  },
  LIAISON_FORM_STATE: { status: 409, owner: 'caller', zh: '联系表已停用', en: 'The liaison form has ended' },
  LIAISON_FORM_EXISTS: {
    status: 409,
    owner: 'caller',
    zh: '双方已有联系表',
    en: 'The institutions have a liaison form',
    constraint: 'liaison_form_once',
  },
} as const satisfies RefusalCatalogue;
