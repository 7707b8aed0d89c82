import { refusal, type RuleInputs } from '@yiyang/decisions';

export type AgreementStatus = 'PROPOSED' | 'SIGNED' | 'ENDED';

export interface AgreementParts {
  readonly content: string;
  readonly way: string;
  readonly cost: string;
  readonly duties: string;
}

export interface Proposal extends AgreementParts {
  readonly types: readonly string[];
  readonly items: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
}

export interface PartyFact {
  readonly side: 'MEDICAL' | 'CARE';
  readonly operating: boolean;
  /** Whether the institution or one of its units holds a live qualification of its side. */
  readonly qualified: boolean;
}

/** The minimum mechanisms of CON-03. */
export const MINIMUM_MECHANISMS = [
  'HEALTH_GUIDANCE',
  'EMERGENCY',
  'APPOINTMENT',
  'ROUNDS',
  'PROFESSIONAL_GUIDANCE',
] as const;

const PARTS = ['content', 'way', 'cost', 'duties'] as const;

/** An agreement states content, way, cost and both sides' duties. Source: CON-01, 003篇六(四). */
function assertFourParts(parts: AgreementParts): void {
  const empty = PARTS.filter((part) => parts[part].trim() === '');
  if (empty.length > 0)
    throw refusal('AGREEMENT_PART_MISSING', {
      rule: 'CON-01',
      clause: '003篇六(四)',
      fields: empty.map((part) => ({ path: part, rule: 'one of the four parts' })),
    });
}

/**
 * May these two propose this agreement? Four parts (CON-01); an item list where the rule applies (CON-02); the right
 * sides, both qualified and in operation (8.3); a term that does not end before it begins.
 */
export function proposeAgreement(
  proposal: Proposal,
  parties: { care: PartyFact; medical: PartyFact },
  itemListNeeded: { applies: boolean; because: { clause?: string; source?: string; policyVersion?: string } },
): AgreementStatus {
  assertFourParts(proposal);
  if (itemListNeeded.applies && proposal.items.length === 0)
    throw refusal('SERVICE_ITEMS_MISSING', {
      rule: 'CON-02',
      ...itemListNeeded.because,
      inputs: { items: 0 },
      fields: [{ path: 'items', rule: 'at least one item' }],
    });
  if (proposal.validTo < proposal.validFrom)
    throw refusal('AGREEMENT_TERM', { rule: 'CON-01', fields: [{ path: 'validTo', rule: 'not before validFrom' }] });
  assertParty(parties.care, 'CARE', 'careInstitutionId');
  assertParty(parties.medical, 'MEDICAL', 'medicalInstitutionId');
  return 'PROPOSED';
}

function assertParty(party: PartyFact, side: 'MEDICAL' | 'CARE', path: string): void {
  const inputs: RuleInputs = { side: party.side, operating: party.operating, qualified: party.qualified };
  if (party.side !== side || !party.operating || !party.qualified)
    throw refusal('PARTNER_NOT_ELIGIBLE', {
      rule: 'CON-01',
      inputs,
      fields: [{ path, rule: `an operating, qualified ${side} institution` }],
    });
}

export interface Signatures {
  readonly status: AgreementStatus;
  readonly careSigned: boolean;
  readonly medicalSigned: boolean;
}

/** Each party signs once; the second signature makes the agreement SIGNED. Source: state machine 8.3. */
export function signAgreement(signatures: Signatures, as: 'CARE' | 'MEDICAL'): Signatures {
  if (signatures.status !== 'PROPOSED')
    throw refusal('AGREEMENT_STATE', { rule: 'CON-01', inputs: { status: signatures.status } });
  if (as === 'CARE' ? signatures.careSigned : signatures.medicalSigned)
    throw refusal('ALREADY_SIGNED', { rule: 'CON-01', inputs: { side: as } });
  const careSigned = signatures.careSigned || as === 'CARE';
  const medicalSigned = signatures.medicalSigned || as === 'MEDICAL';
  return { careSigned, medicalSigned, status: careSigned && medicalSigned ? 'SIGNED' : 'PROPOSED' };
}

/** Mechanisms of CON-03 that an agreement lacks; a finding, never a refusal. */
export function missingMechanisms(mechanisms: readonly string[]): string[] {
  return MINIMUM_MECHANISMS.filter((mechanism) => !mechanisms.includes(mechanism));
}

/** The types of CON-19 (referral and emergency green channel) that an agreement lacks; a finding, never a refusal. */
export function missingTypes(types: readonly string[]): string[] {
  return ['REFERRAL', 'GREEN_CHANNEL'].filter((type) => !types.includes(type));
}
