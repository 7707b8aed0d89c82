import type { FieldFault } from '@yiyang/decisions';
import { codeOf, flag, listOf, nullable, wholeNumber, type Check } from '@yiyang/region-policy';
import {
  codesOf,
  isKnownDivision,
  parseCivilDate,
  type CivilDate,
  type CodeOf,
  type CodeTerm,
  type DivisionCode,
} from '@yiyang/standards';

/** One field of a fact's value: what it must be, and how that is said to whoever got it wrong. */
export interface Field<T = unknown> {
  readonly check: Check<T>;
  readonly rule: string;
  /** May be left out and is null then. */
  readonly optional?: true;
  /** Says who of the staff is meant: kept for the institution and its departments, and in no event and no history. */
  readonly identifies?: true;
}

export type Fields = Readonly<Record<string, Field>>;

/** A value with these fields, as it is kept: what was left out is null. */
export type ValueOf<F extends Fields> = { readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

const matching =
  (pattern: RegExp): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && pattern.test(value);

export const yesOrNo: Field<boolean> = { check: flag, rule: 'true or false' };
export const uuid: Field<string> = {
  check: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  rule: 'a UUID in lower case',
};
/** A code of a list that is kept elsewhere: a department, a drug, a programme. */
export const openCode: Field<string> = {
  check: matching(/^[A-Z][A-Z0-9_-]{0,47}$/),
  rule: '1 to 48 of A-Z 0-9 _ -, beginning with a letter',
};
/**
 * The institution's own code of somebody of its staff. Neither an id number nor a phone number fits in, and certificate
 * numbers, which may contain an id number, are not kept at all.
 */
export const staffCode: Field<string> = {
  check: matching(/^(?!.*\d{9})[A-Za-z0-9-]{1,16}$/),
  rule: "1 to 16 of A-Z a-z 0-9 -, the institution's own code: no 9 digits in a row",
  identifies: true,
};
/** Number of a document of an authority: 卫医发〔2024〕3号. */
export const documentNo: Field<string> = {
  check: matching(/^[\p{Script=Han}A-Za-z0-9〔〕()（）\[\]\-—.]{1,40}$/u),
  rule: '1 to 40 characters of a document number',
};
export const civilDate: Field<CivilDate> = {
  check: (value): value is string =>
    typeof value === 'string' && value >= '1900-01-01' && value <= '2149-12-31' && parseCivilDate(value) !== undefined,
  rule: 'a real date, as YYYY-MM-DD',
};
export const division: Field<DivisionCode> = {
  check: (value): value is string => typeof value === 'string' && isKnownDivision(value),
  rule: 'a known division of GB/T 2260, 6 digits',
};

export function oneCode<const L extends readonly CodeTerm[]>(list: L): Field<CodeOf<L>> {
  return { check: codeOf(list), rule: `one of ${codesOf(list).join(', ')}` };
}

export function someCodes<const L extends readonly CodeTerm[]>(list: L): Field<readonly CodeOf<L>[]> {
  return { check: listOf(codeOf(list)), rule: `a list without repetitions of ${codesOf(list).join(', ')}` };
}

export function wholeUpTo(most: number, least = 0): Field<number> {
  const whole = wholeNumber(least);
  return {
    check: (value): value is number => whole(value) && value <= most,
    rule: `a whole number from ${least} to ${most}`,
  };
}

export function orNothing<T>(field: Field<T>): Field<T | null> {
  return { ...field, check: nullable(field.check), rule: `${field.rule}, or null`, optional: true };
}

/** What is wrong with a value, field by field; empty when it may be kept. */
export function faultsOf(fields: Fields, value: Readonly<Record<string, unknown>>): FieldFault[] {
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
  const wrong = Object.entries(fields).filter(([name, { check, optional }]) =>
    Object.hasOwn(value, name) ? !check(value[name]) : !optional,
  );
  return [
    ...unknown.map((name) => ({
      path: `value.${/^[A-Za-z]\w{0,39}$/.test(name) ? name : '?'}`,
      rule: 'unknown field',
    })),
    ...wrong.map(([name, { rule }]) => ({ path: `value.${name}`, rule })),
  ];
}
