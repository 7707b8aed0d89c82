import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals of guides. */
export const GUIDE_REFUSALS = {
  GUIDE_PART_MISSING: {
    status: 422,
    owner: 'caller',
    zh: '办事指南缺少必备内容',
    en: 'One of the four parts of the guide is missing',
  },
} as const satisfies RefusalCatalogue;
