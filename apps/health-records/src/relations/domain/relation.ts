import { BED_KINDS, findTerm } from '@yiyang/standards';

export type Relation = 'REGISTERED_BY' | 'RESIDENT' | 'CONTRACT';

/**
 * What the use of a bed makes of elder and institution: a care bed makes a resident, a bed in the elder's home a
 * contract. A ward bed makes nothing, because a referral's grant opens the record there. Source: REC-08.
 */
export function relationByBed(bedKind: string): Relation | undefined {
  const term = findTerm(BED_KINDS, bedKind);
  if (term?.place === 'HOME') return 'CONTRACT';
  return term?.side === 'CARE' ? 'RESIDENT' : undefined;
}
