import type { CivilDate, ConsentPurpose, DataClass } from '@yiyang/standards';
import { statusOf, type Consent } from './consent.js';

/** A consent as far as disclosure asks for it. */
export type GivenConsent = Pick<Consent, 'purposes' | 'dataClasses' | 'validFrom' | 'validTo'> & {
  readonly withdrawnAt: Date | null;
};

export type Coverage = 'VALID' | 'MISSING' | 'WITHDRAWN' | 'EXPIRED';

/** Consent purposes that a request's purpose may rest on; a purpose that is not here rests on none. */
export const CONSENT_FOR: Readonly<Record<string, readonly ConsentPurpose[]>> = {
  TREATMENT: ['CARE_DELIVERY', 'RECORD_SHARING'],
  CARE: ['CARE_DELIVERY', 'RECORD_SHARING'],
  REFERRAL: ['REFERRAL', 'RECORD_SHARING'],
};

export interface Use {
  /** Purpose of the request. */
  readonly purpose: string;
  readonly dataClass: DataClass;
  readonly on: CivilDate;
}

/**
 * What the consents that name the reader say about a use. One that is in force is enough; without one the answer tells why
 * not. Source: architecture §6; PIPL art. 23: a new purpose needs a new consent.
 */
export function coverageOf(consents: readonly GivenConsent[], { purpose, dataClass, on }: Use): Coverage {
  const bases = CONSENT_FOR[purpose] ?? [];
  const states = consents
    .filter(
      (consent) => consent.dataClasses.includes(dataClass) && consent.purposes.some((given) => bases.includes(given)),
    )
    .map((consent) => (on < consent.validFrom ? 'EXPIRED' : statusOf(consent, on)));
  if (states.includes('ACTIVE')) return 'VALID';
  if (states.includes('WITHDRAWN')) return 'WITHDRAWN';
  return states.includes('EXPIRED') ? 'EXPIRED' : 'MISSING';
}
