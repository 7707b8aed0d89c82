import type { RefusalCatalogue } from '@yiyang/http';

export const PRICE_REFUSALS = {
  PRICE_MISSING: { status: 422, owner: 'caller', zh: '收费项目缺少收费标准', en: 'An item has no price' },
  PRICE_NEEDS_APPROVAL: {
    status: 422,
    owner: 'caller',
    zh: '实行政府定价的收费项目须有批准文号',
    en: 'The institution may not set this price itself',
  },
} as const satisfies RefusalCatalogue;
