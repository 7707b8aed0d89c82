import type { PolicyValue } from '@yiyang/region-policy';
import type { Part } from './verdict.js';

type Department = 'HEALTH' | 'CIVIL_AFFAIRS';

export interface Owners {
  /** Who sees to it. */
  readonly owners: readonly Department[];
  /** Who is told. */
  readonly copies: readonly Department[];
}

const BY_PART: Readonly<Record<Exclude<Part, 'INTEGRATED'>, Owners>> = {
  MEDICAL: { owners: ['HEALTH'], copies: [] },
  CARE: { owners: ['CIVIL_AFFAIRS'], copies: [] },
};

/**
 * The medical part is health's, the care part civil affairs'; for what joins the two the region says: health leads and
 * civil affairs helps, each separately, or by subject, and then medical service is health's. Sources: GOV-01..GOV-03; P-34, D9.
 */
export function ownersOf(part: Part, model: PolicyValue<'supervisionModel'>): Owners {
  if (part !== 'INTEGRATED') return BY_PART[part];
  switch (model) {
    case 'HEALTH_LEADS':
      return { owners: ['HEALTH'], copies: ['CIVIL_AFFAIRS'] };
    case 'SEPARATE':
      return { owners: ['HEALTH', 'CIVIL_AFFAIRS'], copies: [] };
    case 'BY_SUBJECT':
      return BY_PART.MEDICAL;
  }
}
