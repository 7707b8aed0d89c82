import type { CodeOf, CodeTerm } from './code-list.js';

export interface BedKindTerm extends CodeTerm {
  readonly side: 'MEDICAL' | 'CARE';
  /** A bed of the institution, or one in the elder's own home. */
  readonly place: 'INSTITUTION' | 'HOME';
}

/**
 * Bed ledger kinds. NURSING is the care-side 护理型床位 of the share target (P-04); a ward bed for nursing is
 * MEDICAL_NURSING. Sources: REG-21; glossary.
 */
export const BED_KINDS = [
  { code: 'CARE', zh: '养老床位', en: 'care bed', side: 'CARE', place: 'INSTITUTION' },
  { code: 'NURSING', zh: '护理型床位', en: 'nursing-type care bed', side: 'CARE', place: 'INSTITUTION' },
  { code: 'MEDICAL', zh: '医疗床位', en: 'medical bed', side: 'MEDICAL', place: 'INSTITUTION' },
  { code: 'REHAB', zh: '康复床位', en: 'rehabilitation bed', side: 'MEDICAL', place: 'INSTITUTION' },
  { code: 'MEDICAL_NURSING', zh: '护理床位', en: 'medical nursing bed', side: 'MEDICAL', place: 'INSTITUTION' },
  { code: 'ELDER_NURSING', zh: '老年护理床位', en: 'elder nursing bed', side: 'MEDICAL', place: 'INSTITUTION' },
  { code: 'HOSPICE', zh: '安宁疗护床位', en: 'hospice bed', side: 'MEDICAL', place: 'INSTITUTION' },
  { code: 'HOME_BED', zh: '家庭病床', en: 'home sickbed', side: 'MEDICAL', place: 'HOME' },
  { code: 'HOME_CARE_BED', zh: '家庭养老床位', en: 'home care bed', side: 'CARE', place: 'HOME' },
] as const satisfies readonly BedKindTerm[];
export type BedKind = CodeOf<typeof BED_KINDS>;
