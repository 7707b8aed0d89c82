import type { CodeOf, CodeTerm } from './code-list.js';

/** GB/T 2261.1. */
export const GENDERS = [
  { code: '0', zh: '未知', en: 'unknown' },
  { code: '1', zh: '男', en: 'male' },
  { code: '2', zh: '女', en: 'female' },
  { code: '9', zh: '未说明', en: 'not stated' },
] as const satisfies readonly CodeTerm[];
export type Gender = CodeOf<typeof GENDERS>;

/** WS 364 CV02.01.101; 09, 81, 82 and 83 are project codes. Source: standards B.2. */
export const ID_TYPES = [
  { code: '01', zh: '居民身份证', en: 'resident identity card' },
  { code: '02', zh: '户口簿', en: 'household register' },
  { code: '03', zh: '护照', en: 'passport' },
  { code: '04', zh: '军官证', en: 'officer card' },
  { code: '05', zh: '驾驶证', en: 'driving licence' },
  { code: '06', zh: '港澳居民来往内地通行证', en: 'mainland travel permit, Hong Kong and Macao' },
  { code: '07', zh: '台湾居民来往内地通行证', en: 'mainland travel permit, Taiwan' },
  { code: '09', zh: '外国人永久居留身份证', en: 'permanent residence card of foreigners' },
  { code: '81', zh: '香港居民居住证', en: 'residence permit, Hong Kong' },
  { code: '82', zh: '澳门居民居住证', en: 'residence permit, Macao' },
  { code: '83', zh: '台湾居民居住证', en: 'residence permit, Taiwan' },
  { code: '99', zh: '其他', en: 'other' },
] as const satisfies readonly CodeTerm[];
export type IdType = CodeOf<typeof ID_TYPES>;

/** GB/T 42195-2022 A.2. */
export const LIVING_SITUATIONS = [
  { code: 'ALONE', zh: '独居', en: 'alone' },
  { code: 'WITH_SPOUSE', zh: '与配偶居住', en: 'with spouse' },
  { code: 'WITH_CHILDREN', zh: '与子女居住', en: 'with children' },
  { code: 'WITH_PARENTS', zh: '与父母居住', en: 'with parents' },
  { code: 'WITH_SIBLINGS', zh: '与兄弟姐妹居住', en: 'with siblings' },
  { code: 'WITH_OTHER_RELATIVES', zh: '与其他亲属居住', en: 'with other relatives' },
  { code: 'WITH_NON_RELATIVES', zh: '与非亲属关系的人居住', en: 'with non-relatives' },
  { code: 'CARE_INSTITUTION', zh: '养老机构', en: 'in a care institution' },
] as const satisfies readonly CodeTerm[];
export type LivingSituation = CodeOf<typeof LIVING_SITUATIONS>;

/** Why an assessment is made. Source: standards B.9. */
export const ASSESSMENT_REASONS = [
  { code: 'FIRST', zh: '首次评估', en: 'first' },
  { code: 'REGULAR', zh: '常规评估', en: 'regular' },
  { code: 'IMMEDIATE', zh: '即时评估', en: 'immediate' },
  { code: 'REVIEW', zh: '复评', en: 'review' },
  { code: 'OTHER', zh: '其他', en: 'other' },
] as const satisfies readonly CodeTerm[];
export type AssessmentReason = CodeOf<typeof ASSESSMENT_REASONS>;
