import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals that only the gateway answers. */
export const GATEWAY_REFUSALS = {
  NOT_BOUND: {
    status: 403,
    owner: 'caller',
    zh: '客户端尚未绑定部门、机构或老年人，或绑定不唯一',
    en: 'The client is bound to no department, institution or elder, or to more than one',
  },
  PURPOSE_NOT_HELD: {
    status: 403,
    owner: 'caller',
    zh: '客户端未被授予该使用目的',
    en: 'The client does not hold this purpose',
  },
  CLOCK_ONLY_FORWARD: {
    status: 422,
    owner: 'caller',
    zh: '业务时钟只能向前拨',
    en: 'The business clock moves only forward',
  },
} as const satisfies RefusalCatalogue;
