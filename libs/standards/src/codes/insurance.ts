import type { CodeOf, CodeTerm } from './code-list.js';

/** Insurance schemes; `insutype` where the national platform has a code. Sources: SET-08; standards §12.3. */
export const INSURANCE_SCHEMES = [
  { code: 'EMPLOYEE', zh: '城镇职工基本医疗保险', en: 'employee scheme', insutype: '310' },
  { code: 'RESIDENT', zh: '城乡居民基本医疗保险', en: 'resident scheme', insutype: '390' },
  { code: 'NCMS', zh: '新型农村合作医疗', en: 'rural cooperative scheme', insutype: null },
  { code: 'TOWN', zh: '小城镇社会保险', en: 'town scheme', insutype: null },
] as const satisfies readonly (CodeTerm & { readonly insutype: string | null })[];
export type InsuranceScheme = CodeOf<typeof INSURANCE_SCHEMES>;

/** Insured person for ratios. Source: standards §10, §12.3 psn_type. */
export const PERSON_TYPES = [
  { code: 'ACTIVE', zh: '在职', en: 'in employment' },
  { code: 'RETIREE', zh: '退休', en: 'retired' },
  { code: 'RESIDENT', zh: '居民', en: 'resident' },
] as const satisfies readonly CodeTerm[];
export type PersonType = CodeOf<typeof PERSON_TYPES>;

/** Payment methods; `hiPaymtd` is the national code. Sources: P-14; standards §10.5. */
export const PAYMENT_METHODS = [
  { code: 'FEE_FOR_SERVICE', zh: '按项目付费', en: 'fee for service', hiPaymtd: '1' },
  { code: 'PER_DISEASE', zh: '按病种付费', en: 'per disease', hiPaymtd: '2' },
  { code: 'DIP', zh: '按病种分值付费', en: 'DIP', hiPaymtd: '3' },
  { code: 'DRG', zh: '按疾病诊断相关分组付费', en: 'DRG', hiPaymtd: '4' },
  { code: 'PER_DIEM', zh: '按床日付费', en: 'per bed-day', hiPaymtd: '5' },
  { code: 'PER_CAPITA', zh: '按人头付费', en: 'per capita', hiPaymtd: '6' },
] as const satisfies readonly (CodeTerm & { readonly hiPaymtd: string })[];
export type PaymentMethod = CodeOf<typeof PAYMENT_METHODS>;

export interface FundCategoryTerm extends CodeTerm {
  /** May basic medical insurance pay a line of this category? NEVER is a prohibition, NO only no cover. */
  readonly basicInsurance: 'YES' | 'NO' | 'NEVER';
  /** May the long-term care fund pay it? */
  readonly longTermCare: 'YES' | 'NO' | 'IF_INCLUDED';
}

/** Class of every fee line; decides which fund may pay. Sources: SET-10, SET-11; standards §10.8. */
export const FUND_CATEGORIES = [
  { code: 'MEDICAL', zh: '疾病诊治', en: 'medical treatment', basicInsurance: 'YES', longTermCare: 'NO' },
  { code: 'MEDICAL_NURSING', zh: '医疗护理', en: 'medical nursing', basicInsurance: 'YES', longTermCare: 'YES' },
  { code: 'MEDICAL_REHAB', zh: '医疗康复', en: 'medical rehabilitation', basicInsurance: 'YES', longTermCare: 'NO' },
  { code: 'LIVING_CARE', zh: '生活照护', en: 'living care', basicInsurance: 'NEVER', longTermCare: 'YES' },
  {
    code: 'CARE_ACCOMMODATION',
    zh: '养老床位与膳食',
    en: 'care bed and board',
    basicInsurance: 'NEVER',
    longTermCare: 'NO',
  },
  { code: 'VISIT_FEE', zh: '上门服务费', en: 'home-visit fee', basicInsurance: 'NO', longTermCare: 'IF_INCLUDED' },
] as const satisfies readonly FundCategoryTerm[];
export type FundCategory = CodeOf<typeof FUND_CATEGORIES>;

/** Catalogue class of an item; `chrgitmLv` is the national code. Source: standards §10.1, §12.3. */
export const CATALOGUE_CLASSES = [
  { code: 'A', zh: '甲类', en: 'class A, fully in scope', chrgitmLv: '01' },
  { code: 'B', zh: '乙类', en: 'class B, a share is paid by the person first', chrgitmLv: '02' },
  { code: 'C', zh: '丙类', en: 'class C, paid by the person', chrgitmLv: '03' },
] as const satisfies readonly (CodeTerm & { readonly chrgitmLv: string })[];
export type CatalogueClass = CodeOf<typeof CATALOGUE_CLASSES>;
