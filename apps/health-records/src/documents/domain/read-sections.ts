import { refusal } from '@yiyang/decisions';
import {
  codesOf,
  DISCHARGE_SUMMARY_SECTIONS,
  NURSING_SUMMARY_SECTIONS,
  RECORD_SECTIONS,
  type RecordDocumentType,
} from '@yiyang/standards';

/** Text of a document by section code. */
export type Sections = Readonly<Record<string, string>>;

/** Section codes of a document type; types without a list of their own have those of the record summary. */
export function sectionsOf(type: RecordDocumentType): readonly string[] {
  if (type === 'DISCHARGE_SUMMARY') return codesOf(DISCHARGE_SUMMARY_SECTIONS);
  return type === 'NURSING_SUMMARY' ? codesOf(NURSING_SUMMARY_SECTIONS) : codesOf(RECORD_SECTIONS);
}

/**
 * Refuses a document with no section or with one that its type does not have; an unknown code is not repeated, for it may
 * be text in the wrong place. Sources: WS/T 500.53-2016; standards §8, §9.3, §9.5.
 */
export function readSections(type: RecordDocumentType, sections: Sections): Sections {
  const known = sectionsOf(type);
  const codes = Object.keys(sections);
  if (codes.length > 0 && codes.every((code) => known.includes(code))) return sections;
  throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'sections', rule: `at least one of ${known.join(', ')}` }] });
}

/** Do two versions of a document say the same? The order of their sections does not matter. */
export function isSameText(one: Sections, other: Sections): boolean {
  const codes = Object.keys(one);
  return codes.length === Object.keys(other).length && codes.every((code) => one[code] === other[code]);
}
