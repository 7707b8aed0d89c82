import * as codes from './index.js';
import type { CodeTerm } from './code-list.js';
import { codesOf, findTerm, getTerm, isCodeOf } from './code-list.js';

const {
  CARE_INSTITUTION_KINDS,
  FUND_CATEGORIES,
  HOSPITAL_GRADES,
  INSTITUTION_KINDS,
  MEDICAL_INSTITUTION_KINDS,
  isIndicationFor,
  isReasonFor,
} = codes;

const LISTS = Object.entries(codes).flatMap(([name, value]): [string, readonly CodeTerm[]][] =>
  Array.isArray(value) ? [[name, value as readonly CodeTerm[]]] : [],
);

describe('code lists', () => {
  it.each(LISTS)('%s has unique codes, each with a Chinese and an English term', (_name, list) => {
    expect(list.length).toBeGreaterThan(0);
    expect(new Set(list.map((term) => term.code)).size).toBe(list.length);
    for (const term of list) {
      expect(term.code).toMatch(/^([A-Z][A-Z0-9]*(_[A-Z0-9]+)*|\d{1,2})$/);
      expect(term.zh).toMatch(/\p{Script=Han}/u);
      expect(term.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('finds, gets and checks codes exactly', () => {
    expect(isCodeOf(INSTITUTION_KINDS, 'INFIRMARY')).toBe(true);
    expect(isCodeOf(INSTITUTION_KINDS, 'infirmary')).toBe(false);
    expect(isCodeOf(INSTITUTION_KINDS, undefined)).toBe(false);
    expect(findTerm(INSTITUTION_KINDS, 'INFIRMARY')?.zh).toBe('医务室');
    expect(findTerm(INSTITUTION_KINDS, 'toString')).toBeUndefined();
    expect(() => getTerm(INSTITUTION_KINDS, 'SPA' as 'INFIRMARY')).toThrow(RangeError);
    expect(codesOf(codes.PROFIT_NATURES)).toEqual(['NON_PROFIT', 'FOR_PROFIT']);
  });

  it('REG-02 knows an infirmary and no spa', () => {
    expect(isCodeOf(MEDICAL_INSTITUTION_KINDS, 'INFIRMARY')).toBe(true);
    expect(isCodeOf(MEDICAL_INSTITUTION_KINDS, 'SPA')).toBe(false);
  });

  it('REG-03 puts a rural happiness home into the community', () => {
    expect(getTerm(CARE_INSTITUTION_KINDS, 'RURAL_HAPPINESS_HOME').setting).toBe('COMMUNITY');
  });

  it('REG-04 asks a licence of no care institution and of every medical one', () => {
    for (const kind of INSTITUTION_KINDS) {
      expect(kind.legalBasis).toBe(kind.side === 'CARE' ? 'CARE_FILING' : 'PRACTICE_LICENCE');
    }
  });

  it('REF-02 separates upward from downward indications', () => {
    expect(isIndicationFor('CONDITION_DETERIORATING', 'UP')).toBe(true);
    expect(isIndicationFor('CONDITION_DETERIORATING', 'DOWN')).toBe(false);
    expect(isIndicationFor('POST_SURGERY', 'DOWN')).toBe(true);
    expect(isIndicationFor('POST_SURGERY', 'CARE_TO_MED')).toBe(false);
    expect(isIndicationFor('OTHER', 'DOWN')).toBe(true);
  });

  it('lets only the receiver reject and only the sender cancel', () => {
    expect(isReasonFor('REJECT', 'BED_FULL', { by: 'RECEIVER', direction: 'UP' })).toBe(true);
    expect(isReasonFor('REJECT', 'BED_FULL', { by: 'SENDER', direction: 'UP' })).toBe(false);
    expect(isReasonFor('REJECT', 'NOT_SUITABLE_FOR_DOWNWARD', { by: 'RECEIVER', direction: 'UP' })).toBe(false);
    expect(isReasonFor('REJECT', 'NOT_SUITABLE_FOR_DOWNWARD', { by: 'RECEIVER', direction: 'DOWN' })).toBe(true);
    expect(isReasonFor('CANCEL', 'FORM_ERROR', { by: 'SENDER', direction: 'UP' })).toBe(true);
    expect(isReasonFor('CANCEL', 'FORM_ERROR', { by: 'RECEIVER', direction: 'UP' })).toBe(false);
    expect(isReasonFor('CANCEL', 'BED_FULL', { by: 'SENDER', direction: 'UP' })).toBe(false);
    expect(isReasonFor('CLOSE', 'NEED_HIGHER_LEVEL', { by: 'SENDER', direction: 'UP' })).toBe(false);
  });

  it('bills grades at their level and leaves the ungraded to policy (standards §4.3)', () => {
    expect(getTerm(HOSPITAL_GRADES, 'LEVEL_3_A')).toMatchObject({ hospLv: '02', billingLevel: 3 });
    expect(getTerm(HOSPITAL_GRADES, 'LEVEL_2_C')).toMatchObject({ hospLv: '07', billingLevel: 2 });
    expect(getTerm(HOSPITAL_GRADES, 'UNGRADED')).toMatchObject({ hospLv: '11', level: 0, billingLevel: 0 });
  });

  it('SET-10 never lets basic insurance pay living care or the care bed', () => {
    const never = FUND_CATEGORIES.filter((category) => category.basicInsurance === 'NEVER');
    expect(never.map((category) => category.code)).toEqual(['LIVING_CARE', 'CARE_ACCOMMODATION']);
  });
});
