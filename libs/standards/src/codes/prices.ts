import type { CodeOf, CodeTerm } from './code-list.js';

/** What a price list has lines of, as far as price regimes tell them apart. Sources: REG-48, SET-32. */
export const PRICE_ITEM_CLASSES = [
  { code: 'BED_FEE', zh: '床位费', en: 'bed fee' },
  { code: 'NURSING_FEE', zh: '护理费', en: 'nursing fee' },
  { code: 'MEDICAL_SERVICE', zh: '医疗服务收费', en: 'medical service fee' },
  { code: 'OTHER', zh: '其他收费', en: 'other fee' },
] as const satisfies readonly CodeTerm[];
export type PriceItemClass = CodeOf<typeof PRICE_ITEM_CLASSES>;

/** Who sets a price. Source: REG-48; policy P-41. */
export const PRICE_REGIMES = [
  { code: 'GOVERNMENT_PRICE', zh: '政府定价', en: 'set by the government' },
  { code: 'APPROVED_PRICE', zh: '价格主管部门核定', en: 'approved by the price authority' },
  { code: 'PUBLIC_MEDICAL_PRICE', zh: '公立医疗机构价格政策', en: 'price policy of public medical institutions' },
  { code: 'MARKET_PRICE', zh: '市场调节价', en: 'set by the market' },
] as const satisfies readonly CodeTerm[];
export type PriceRegime = CodeOf<typeof PRICE_REGIMES>;

/** What one price pays for. Source: REG-46. */
export const PRICE_UNITS = [
  { code: 'HOUR', zh: '小时', en: 'hour' },
  { code: 'DAY', zh: '天', en: 'day' },
  { code: 'MONTH', zh: '月', en: 'month' },
  { code: 'VISIT', zh: '次', en: 'visit' },
  { code: 'ITEM', zh: '项', en: 'item' },
] as const satisfies readonly CodeTerm[];
export type PriceUnit = CodeOf<typeof PRICE_UNITS>;
