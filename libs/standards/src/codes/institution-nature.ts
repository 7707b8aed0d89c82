import type { CodeOf, CodeTerm } from './code-list.js';

/** Who owns and who runs the institution; drives price, subsidy and share. Source: REG-16. */
export const OPERATION_MODES = [
  { code: 'PUBLIC_RUN', zh: '公办公营', en: 'publicly owned and run' },
  { code: 'PUBLIC_BUILT_PRIVATE_RUN', zh: '公建民营', en: 'publicly built, privately run' },
  { code: 'PRIVATE_WITH_PUBLIC_AID', zh: '民办公助', en: 'private with public aid' },
  { code: 'PRIVATE_RUN', zh: '社会办', en: 'privately run' },
  { code: 'PPP', zh: '政府和社会资本合作', en: 'public-private partnership' },
  { code: 'FRANCHISE', zh: '特许经营', en: 'franchise' },
] as const satisfies readonly CodeTerm[];
export type OperationMode = CodeOf<typeof OPERATION_MODES>;

/** Management class of WS 218-2002; `ws218` is its code. Sources: REG-16; standards §4.1. */
export const PROFIT_NATURES = [
  { code: 'NON_PROFIT', zh: '非营利性', en: 'non-profit', ws218: '1' },
  { code: 'FOR_PROFIT', zh: '营利性', en: 'for-profit', ws218: '2' },
] as const satisfies readonly (CodeTerm & { readonly ws218: string })[];
export type ProfitNature = CodeOf<typeof PROFIT_NATURES>;

/** Where the capital comes from; P-22 may exclude some from the two-in-one certificate. Source: REG-07. */
export const INVESTMENT_ORIGINS = [
  { code: 'DOMESTIC', zh: '内资', en: 'domestic' },
  { code: 'SINO_FOREIGN_JOINT', zh: '中外合资合作', en: 'Sino-foreign joint venture or cooperation' },
  { code: 'HONG_KONG_MACAO_TAIWAN_SOLE', zh: '港澳台独资', en: 'solely owned from Hong Kong, Macao or Taiwan' },
] as const satisfies readonly CodeTerm[];
export type InvestmentOrigin = CodeOf<typeof INVESTMENT_ORIGINS>;

/** Existing certificates that an institution may file on again. Sources: REG-09, REG-10; policy P-20. */
export const REUSABLE_QUALIFICATIONS = [
  { code: 'CONSTRUCTION', zh: '建设', en: 'construction' },
  { code: 'FIRE', zh: '消防', en: 'fire safety' },
  { code: 'FOOD_SAFETY', zh: '食品安全', en: 'food safety' },
  { code: 'SANITATION', zh: '卫生防疫', en: 'sanitation and epidemic prevention' },
] as const satisfies readonly CodeTerm[];
export type ReusableQualification = CodeOf<typeof REUSABLE_QUALIFICATIONS>;
