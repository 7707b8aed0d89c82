import type { CivilDate } from './civil-date.js';
import { parseCivilDate } from './civil-date.js';
import { normaliseCode } from './normalise-code.js';

/** What the leading digits say about the card. Source: standards §1. */
export type ResidentIdKind = 'MAINLAND' | 'HONG_KONG' | 'MACAO' | 'TAIWAN' | 'FOREIGN_PERMANENT_RESIDENT';

/** The check that failed, in the order in which they are made. */
export type ResidentIdCheck = 'FORMAT' | 'PROVINCE' | 'BIRTH_DATE' | 'BIRTH_RANGE' | 'CHECK_DIGIT';

export type ResidentId =
  | {
      ok: true;
      /** Normalised: 18 characters, upper case. */
      number: string;
      birthDate: CivilDate;
      gender: '1' | '2';
      /** Six digits of the first registration, maybe long abolished; of a foreigner's card the issuing province. */
      region: string;
      kind: ResidentIdKind;
    }
  | { ok: false; check: ResidentIdCheck };

const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
  ' ',
);
const PERMITS: Record<string, ResidentIdKind> = { '81': 'HONG_KONG', '82': 'MACAO', '83': 'TAIWAN' };
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const EARLIEST_BIRTH: CivilDate = '1880-01-01';

/**
 * Reads an 18-character id number: mainland, 港澳台居民居住证, or the 2023 permanent residence card of foreigners. The region
 * is never compared with a list of divisions, since numbers keep codes that were abolished later.
 * Sources: GB 11643-1999, ISO 7064 MOD 11-2; standards §1.
 */
export function parseResidentId(input: string, options: { today: CivilDate }): ResidentId {
  const number = normaliseCode(input);
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, check: 'FORMAT' };
  const kind = kindOf(number);
  if (!kind) return { ok: false, check: 'PROVINCE' };
  const birthDate = parseCivilDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (birthDate === undefined) return { ok: false, check: 'BIRTH_DATE' };
  if (birthDate < EARLIEST_BIRTH || birthDate > options.today) return { ok: false, check: 'BIRTH_RANGE' };
  if (number.slice(17) !== checkCharacter(number.slice(0, 17))) return { ok: false, check: 'CHECK_DIGIT' };
  const gender = Number(number[16]) % 2 === 1 ? '1' : '2';
  const region = kind === 'FOREIGN_PERMANENT_RESIDENT' ? `${number.slice(1, 3)}0000` : number.slice(0, 6);
  return { ok: true, number, birthDate, gender, region, kind };
}

/**
 * Turns a 15-digit number of 1985 into 18 characters and checks it. Its birth years are of the 20th century; the few
 * numbers of people born in the 19th need `century: '18'`, because no digit tells them apart (standards §1, unsure).
 */
export function convertLegacyId(input: string, options: { today: CivilDate; century?: '18' | '19' }): ResidentId {
  const legacy = normaliseCode(input);
  if (!/^\d{15}$/.test(legacy)) return { ok: false, check: 'FORMAT' };
  const body = `${legacy.slice(0, 6)}${options.century ?? '19'}${legacy.slice(6)}`;
  return parseResidentId(`${body}${checkCharacter(body)}`, options);
}

/** Is it the 2017 card of foreigners (three letters, twelve digits)? It has no check character and stays in use until it expires. */
export function isForeignerCard2017(input: string): boolean {
  return /^[A-Z]{3}\d{12}$/.test(normaliseCode(input));
}

/** A valid number, for demonstration data and tests. `sequence` is 1-999, odd for a man; RangeError otherwise. */
export function makeResidentId(of: { region: string; birthDate: CivilDate; sequence: number }): string {
  const isValid =
    /^\d{6}$/.test(of.region) &&
    parseCivilDate(of.birthDate) !== undefined &&
    Number.isInteger(of.sequence) &&
    of.sequence >= 1 &&
    of.sequence <= 999;
  if (!isValid) throw new RangeError('an id number needs six digits of region, a date and a sequence of 1-999');
  const body = `${of.region}${of.birthDate.replaceAll('-', '')}${String(of.sequence).padStart(3, '0')}`;
  return `${body}${checkCharacter(body)}`;
}

/** Completed years on a date; someone born on 29 February completes a common year on 1 March. Negative before birth. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

function kindOf(number: string): ResidentIdKind | undefined {
  if (number.startsWith('9')) {
    return PROVINCES.includes(number.slice(1, 3)) ? 'FOREIGN_PERMANENT_RESIDENT' : undefined;
  }
  const province = number.slice(0, 2);
  return PROVINCES.includes(province) ? 'MAINLAND' : PERMITS[province];
}

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
