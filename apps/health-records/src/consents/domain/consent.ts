import { refusal } from '@yiyang/decisions';
import type { CivilDate, ConsentGiver, ConsentPurpose, DataClass, GuardianProof } from '@yiyang/standards';

/** Who said yes. Only a guardian has a relation to prove. */
export type Giver =
  | { readonly kind: 'ELDER' }
  | { readonly kind: 'GUARDIAN'; readonly relation: Exclude<ConsentGiver, 'SELF'>; readonly proof: GuardianProof };

/** What was agreed to: who may use which data for what, and until when. */
export interface Consent {
  readonly giver: Giver;
  /** Institution ids, or roles such as `MED_INST`. */
  readonly recipients: readonly string[];
  readonly purposes: readonly ConsentPurpose[];
  readonly dataClasses: readonly DataClass[];
  readonly validFrom: CivilDate;
  /** Last day, inclusive; null until withdrawn. */
  readonly validTo: CivilDate | null;
}

export type ConsentStatus = 'ACTIVE' | 'EXPIRED' | 'WITHDRAWN';

const CLAUSE = { rule: 'REF-26', source: 'standards §14', clause: 'PIPL art. 15, 23, 28-29' } as const;

interface GiverInput {
  readonly kind: 'ELDER' | 'GUARDIAN';
  readonly relation?: Exclude<ConsentGiver, 'SELF'>;
  readonly proof?: GuardianProof;
}

/** Refuses a guardian without relation or proof, and proof where the elder gives consent. Source: architecture §6. */
export function readGiver({ kind, relation, proof }: GiverInput): Giver {
  if (kind === 'GUARDIAN' && relation && proof) return { kind, relation, proof };
  if (kind === 'ELDER' && !relation && !proof) return { kind };
  const fault = (name: string, value: unknown) =>
    (kind === 'GUARDIAN') === Boolean(value)
      ? []
      : [{ path: `giver.${name}`, rule: kind === 'GUARDIAN' ? 'needed of a guardian' : 'only of a guardian' }];
  throw refusal('GUARDIAN_NOT_PROVEN', {
    ...CLAUSE,
    fields: [...fault('relation', relation), ...fault('proof', proof)],
  });
}

/** Consent as of today. Refuses one that would never have been in force. */
export function giveConsent(terms: Omit<Consent, 'validFrom'>, today: CivilDate): Consent {
  if (terms.validTo !== null && terms.validTo < today)
    throw refusal('CONSENT_ALREADY_EXPIRED', { ...CLAUSE, fields: [{ path: 'validTo', rule: 'today or later' }] });
  return { ...terms, validFrom: today };
}

/** Withdrawing is as easy as giving and happens once. */
export function withdrawConsent<Stored extends { readonly withdrawnAt: Date | null }>(
  consent: Stored,
  at: Date,
): Stored {
  if (consent.withdrawnAt !== null) throw refusal('CONSENT_ALREADY_WITHDRAWN', CLAUSE);
  return { ...consent, withdrawnAt: at };
}

interface Validity extends Pick<Consent, 'validFrom' | 'validTo'> {
  readonly withdrawnAt: Date | null;
}

export function statusOf({ withdrawnAt, validTo }: Validity, on: CivilDate): ConsentStatus {
  if (withdrawnAt !== null) return 'WITHDRAWN';
  return validTo !== null && on > validTo ? 'EXPIRED' : 'ACTIVE';
}
