import { refusal, type Refusal, type RuleInputs } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import type { CivilDate } from '@yiyang/standards';
import { kilometresBetween, type Place } from '../../compliance/domain/kilometres-between.js';
import { isLive, type QualificationFact } from '../../institution/domain/integrated-status.js';
import type { OperationState } from '../../institution/domain/operation.js';

export type PartySide = 'CARE' | 'MEDICAL';

/** What an agreement has to know of an institution. */
export interface Party {
  readonly id: string;
  readonly division: string;
  readonly hostId: string | null;
  readonly kind: string;
  readonly level: number | null;
  readonly operationState: OperationState;
  readonly place: Place | null;
  /** Of the institution and of its units. */
  readonly qualifications: readonly QualificationFact[];
}

export interface Parties {
  readonly care: Party;
  readonly medical: Party;
}

const isQualified = (party: Party, side: PartySide, on: CivilDate) =>
  party.qualifications.some((qualification) => qualification.side === side && isLive(qualification, on));

/**
 * Whether an institution may offer home care beds (家庭养老床位): it holds a live care filing, whatever else it is.
 * Source: CON-18, 000 五(十六).
 */
export function canOfferHomeCareBeds(provider: Party, on: CivilDate): boolean {
  return isQualified(provider, 'CARE', on);
}

/**
 * Both are in operation and hold a live qualification of the side on which they sign; the care institution may choose any
 * such partner. Sources: CON-11, CON-18; state machine 8.3.
 */
export function assertPartiesEligible({ care, medical }: Parties, types: readonly string[], on: CivilDate): void {
  if (care.id === medical.id)
    throw notEligible('medicalInstitutionId', 'another institution than careInstitutionId', { sameInstitution: true });
  if (types.includes('HOME_CARE_BED') && !canOfferHomeCareBeds(care, on))
    throw refusal('HOME_CARE_BED_PROVIDER', {
      rule: 'CON-18',
      clause: '000 五(十六)',
      inputs: { kind: care.kind, careFiling: false },
      fields: [{ path: 'careInstitutionId', rule: 'an institution with a live care filing' }],
    });
  assertEligible(care, 'CARE', 'careInstitutionId', on);
  assertEligible(medical, 'MEDICAL', 'medicalInstitutionId', on);
}

/** In operation, with a live qualification of the side. Source: CON-11. */
export function assertEligible(party: Party, side: PartySide, path: string, on: CivilDate): void {
  const qualified = isQualified(party, side, on);
  if (party.operationState !== 'OPERATING' || !qualified)
    throw notEligible(path, `an operating, qualified ${side} institution`, {
      side,
      operation: party.operationState,
      qualified,
    });
}

function notEligible(path: string, rule: string, inputs: RuleInputs): Refusal {
  return refusal('PARTNER_NOT_ELIGIBLE', { rule: 'CON-11', clause: '003篇三(三)', inputs, fields: [{ path, rule }] });
}

/** Counterpart support (对口支援) is given by hospitals from a level on; `minLevel` is absent where the rule does not apply. Source: CON-22. */
export function assertMaySupport(
  medical: Party,
  types: readonly string[],
  minLevel: Sourced<number> | undefined,
): void {
  if (!minLevel || !types.includes('COUNTERPART_SUPPORT')) return;
  if (medical.level === null || medical.level < minLevel.value)
    throw refusal('SUPPORT_LEVEL_TOO_LOW', {
      rule: 'CON-22',
      ...sourceOf(minLevel),
      inputs: { level: medical.level, minLevel: minLevel.value },
      fields: [{ path: 'medicalInstitutionId', rule: `a hospital of level ${minLevel.value} or higher` }],
    });
}

/**
 * Kilometres between the parties, with one decimal; null where one has not told its place. A long way is a finding of
 * compliance and never a refusal. Source: CON-12, 003篇六(四).
 */
export function distanceKm({ care, medical }: Parties): number | null {
  if (!care.place || !medical.place) return null;
  return Math.round(10 * kilometresBetween(care.place, medical.place)) / 10;
}
