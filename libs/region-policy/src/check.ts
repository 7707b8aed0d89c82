import type { CivilDate, CodeOf, CodeTerm, DivisionCode } from '@yiyang/standards';
import { isCodeOf, isKnownDivision, parseCivilDate } from '@yiyang/standards';

/** Says whether an unknown JSON value has the shape of a parameter. */
export type Check<T> = (value: unknown) => value is T;
export type Checked<C> = C extends Check<infer T> ? T : never;

/**
 * Bounded above too: a count of months or days is added to dates, and a date that no calendar has would stop every review
 * of a division. A hundred years in months is more than any plan asks for.
 */
export function wholeNumber(least: number, most = 1200): Check<number> {
  return (value): value is number =>
    Number.isSafeInteger(value) && typeof value === 'number' && least <= value && value <= most;
}

export const flag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

/** A decimal share from 0 to 1 as text, so that no float ever touches money. */
export const share: Check<string> = (value): value is string =>
  typeof value === 'string' && /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(value);

/** A decimal number as text, at most three digits behind the point. */
export const decimal: Check<string> = (value): value is string =>
  typeof value === 'string' && /^\d{1,6}(\.\d{1,3})?$/.test(value);

export const date: Check<CivilDate> = (value): value is CivilDate =>
  typeof value === 'string' && parseCivilDate(value) !== undefined;

export const division: Check<DivisionCode> = (value): value is DivisionCode =>
  typeof value === 'string' && isKnownDivision(value);

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value);
}

export function oneOf<const T extends string | number>(...allowed: T[]): Check<T> {
  return (value): value is T => allowed.some((one) => one === value);
}

export function codeOf<const L extends readonly CodeTerm[]>(list: L): Check<CodeOf<L>> {
  return (value): value is CodeOf<L> => isCodeOf(list, value);
}

/** A list without repetitions, of no more entries than any source has. */
export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) &&
    value.length <= 200 &&
    value.every(check) &&
    new Set(value.map((one) => JSON.stringify(one))).size === value.length;
}

/** An object with exactly these fields. */
export function shape<const S extends Record<string, Check<unknown>>>(
  fields: S,
): Check<{ readonly [K in keyof S]: Checked<S[K]> }> {
  return (value): value is { readonly [K in keyof S]: Checked<S[K]> } =>
    isRecord(value) &&
    Object.keys(value).every((name) => Object.hasOwn(fields, name)) &&
    Object.entries(fields).every(([name, check]) => Object.hasOwn(value, name) && check(value[name]));
}

/** A value of that shape which also keeps a rule that its fields share. */
export function keeping<T>(check: Check<T>, rule: (value: T) => boolean): Check<T> {
  return (value): value is T => check(value) && rule(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
