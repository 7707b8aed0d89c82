import { refusal } from '@yiyang/decisions';
import { convertLegacyId, maskId, parseResidentId, type CivilDate, type ResidentId } from '@yiyang/standards';
import type { ReadIdNumber } from './person.js';

const EIGHTEEN = /^\d{17}[\dX]$/i;
const FIFTEEN = /^\d{15}$/;

/**
 * Reads an id number of 18 characters, or of 15 in the form of 1985. Refuses with the check that failed and never with
 * the number; a text that is no number at all is not even shown masked, for it may be a name in the wrong field.
 * Source: GB 11643-1999; standards §1.
 */
export function readIdNumber(input: string, today: CivilDate): ReadIdNumber {
  const read = parse(input, today);
  if (read.ok) return { number: read.number, birthDate: read.birthDate, gender: read.gender };
  const text = input.trim();
  throw refusal('ID_NUMBER_INVALID', {
    source: 'GB 11643-1999',
    inputs: { check: read.check, ...(EIGHTEEN.test(text) && { masked: maskId(text, 'STRICT') }) },
    fields: [{ path: 'idNumber', rule: read.check }],
  });
}

/** Birth date and gender of a stored number, whatever the day. */
export function tellFromIdNumber(number: string): ReadIdNumber {
  return readIdNumber(number, '9999-12-31');
}

function parse(input: string, today: CivilDate): ResidentId {
  return FIFTEEN.test(input.trim()) ? convertLegacyId(input, { today }) : parseResidentId(input, { today });
}
