import { normaliseCode } from './normalise-code.js';

export type CreditCode =
  | {
      ok: true;
      /** Normalised: 18 characters, upper case. */
      code: string;
      /** Registering authority, e.g. 1 机构编制, 5 民政, 9 市场监管. */
      authority: string;
      /** Type within the authority, e.g. 2 of authority 1 = 事业单位. */
      type: string;
      /** Division of the registering authority. */
      region: string;
      /** Nine characters, GB 11714. */
      organisationCode: string;
      /** The organisation code inside has a wrong check character: a warning, never a refusal. */
      innerWarning?: 'ORGANISATION_CODE_CHECK';
    }
  | { ok: false; check: 'FORMAT' | 'CHECK_DIGIT' };

// No I, O, S, V, Z, which are misread.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Reads a unified social credit code (统一社会信用代码). Sources: GB 32100-2015; standards §2. */
export function parseCreditCode(input: string): CreditCode {
  const code = normaliseCode(input);
  if (!SHAPE.test(code)) return { ok: false, check: 'FORMAT' };
  if (code.slice(17) !== creditCheckCharacter(code.slice(0, 17))) return { ok: false, check: 'CHECK_DIGIT' };
  const organisationCode = code.slice(8, 17);
  const innerIsSound = organisationCheckCharacter(organisationCode.slice(0, 8)) === organisationCode.slice(8);
  return {
    ok: true,
    code,
    authority: code.slice(0, 1),
    type: code.slice(1, 2),
    region: code.slice(2, 8),
    organisationCode,
    ...(innerIsSound ? {} : { innerWarning: 'ORGANISATION_CODE_CHECK' }),
  };
}

/**
 * A valid code, for demonstration data and tests. `serial` is the eight characters of the organisation code without its
 * check character. RangeError when the parts do not make a code.
 */
export function makeCreditCode(of: { authority: string; type: string; region: string; serial: string }): string {
  const body = `${of.authority}${of.type}${of.region}${of.serial}${organisationCheckCharacter(of.serial)}`;
  if (!SHAPE.test(`${body}0`)) throw new RangeError('these parts make no credit code');
  return `${body}${creditCheckCharacter(body)}`;
}

/** The check character of an organisation code (组织机构代码). RangeError unless given its eight characters. GB 11714-1997. */
export function organisationCheckCharacter(body: string): string {
  if (!/^[0-9A-Z]{8}$/.test(body)) throw new RangeError('an organisation code has eight characters and a check');
  const rest = 11 - (weightedSum(body, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  if (rest === 10) return 'X';
  return rest === 11 ? '0' : String(rest);
}

/** Is it nine characters, with or without a hyphen before the last, whose check character fits? */
export function isOrganisationCode(input: string): boolean {
  const code = normaliseCode(input).replace(/-(?=.$)/, '');
  return /^[0-9A-Z]{9}$/.test(code) && organisationCheckCharacter(code.slice(0, 8)) === code.slice(8);
}

function creditCheckCharacter(body: string): string {
  return ALPHABET.charAt((31 - (weightedSum(body, ALPHABET, WEIGHTS) % 31)) % 31);
}

function weightedSum(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(text.charAt(at)), 0);
}
