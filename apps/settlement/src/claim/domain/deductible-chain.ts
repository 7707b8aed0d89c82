import type { Explanation } from '@yiyang/decisions';
import { daysBetween, fenFromJson, fenToJson, maxFen, sum, type CivilDate, type Fen } from '@yiyang/standards';
import { sourceOf, type BenefitTerms } from './benefit-terms.js';

/** An approved referral that was completed: the stay it led to, and where it came from. */
export interface ReferralLink {
  readonly referralId: string;
  readonly parentReferralId: string | null;
  readonly elderId: string;
  /** Institution that sent the elder; null until its event is known. */
  readonly fromInstitutionId: string | null;
  /** Institution of the stay. */
  readonly institutionId: string;
  readonly admittedOn: CivilDate;
  readonly dischargedOn: CivilDate;
}

/** A stay as the chain looks at it. */
export interface ChainStay {
  readonly claimId: string;
  readonly elderId: string;
  readonly scheme: string;
  readonly institutionId: string;
  readonly referralId: string | null;
  readonly admittedOn: CivilDate;
  readonly dischargedOn: CivilDate;
  /** Policy year: the year of discharge settles (standards §10.2). */
  readonly year: number;
  readonly terms: BenefitTerms;
}

/** An earlier stay with what it was charged and the chain it belongs to. */
export interface ChargedStay extends ChainStay {
  readonly chainOf: string;
  readonly charged: Fen;
}

export interface Deductible {
  /** Most that this stay may still be charged, in fen. */
  readonly left: Fen;
  /** Claim that the chain begins with: this one, unless it continues another. */
  readonly chainOf: string;
  readonly because: Explanation;
}

/**
 * What a stay may still be charged: the amount of its level, less what its chain has been charged already. A chain is
 * stays of one person and scheme, each led to by a completed referral, at most `maxGapDays` apart, in one year unless
 * policy lets chains cross it. A stay that continues none pays in full, at the lower amount when the year already has a
 * stay of that level. Sources: SET-14, REF-20; P-15; standards §10.2.
 *
 * @param earlier stays that ended before this one, oldest first.
 */
export function deductibleLeft(
  stay: ChainStay,
  earlier: readonly ChargedStay[],
  links: ReadonlyMap<string, ReferralLink>,
): Deductible {
  const before = predecessorOf(stay, earlier, links);
  const chain = before ? earlier.filter((other) => other.chainOf === before.chainOf) : [];
  const sameLevel = earlier.filter(
    (other) =>
      other.year === stay.year && other.scheme === stay.scheme && other.terms.billingLevel === stay.terms.billingLevel,
  );
  const { firstFen, againFen } = stay.terms.deductible.value;
  const standardFen = sameLevel.length > 0 ? againFen : firstFen;
  const charged = sum(chain.map((other) => other.charged));
  const continuity = stay.terms.continuity;
  return {
    left: maxFen(0n, fenFromJson(standardFen) - charged),
    chainOf: before?.chainOf ?? stay.claimId,
    because: {
      rule: 'SET-14',
      ...sourceOf(before && continuity ? continuity : stay.terms.deductible),
      inputs: {
        standardFen,
        billingLevel: stay.terms.billingLevel,
        admissionsAtLevelBefore: sameLevel.length,
        chargedInChainFen: fenToJson(charged),
        chain: chain.map((other) => other.claimId),
        continuityApplies: continuity !== null,
      },
    },
  };
}

/** The stay that this one continues: the latest that its completed referral leads back to. */
function predecessorOf(
  stay: ChainStay,
  earlier: readonly ChargedStay[],
  links: ReadonlyMap<string, ReferralLink>,
): ChargedStay | undefined {
  const link = stay.referralId === null ? undefined : links.get(stay.referralId);
  const continuity = stay.terms.continuity?.value;
  if (!link || !continuity || !isStayOf(stay, link)) return undefined;
  return earlier.findLast(
    (other) =>
      other.elderId === stay.elderId &&
      other.scheme === stay.scheme &&
      (continuity.crossYear || other.year === stay.year) &&
      leadsFrom(other, link) &&
      isGapWithin(other.dischargedOn, stay.admittedOn, continuity.maxGapDays),
  );
}

/** Was this the stay that the referral led to? A referral cannot be borrowed for another stay. */
function isStayOf(stay: ChainStay, link: ReferralLink): boolean {
  return (
    link.elderId === stay.elderId &&
    link.institutionId === stay.institutionId &&
    link.admittedOn <= stay.admittedOn &&
    stay.dischargedOn <= link.dischargedOn
  );
}

/** A stay that came from a referral itself is known by it, any other by its institution. */
function leadsFrom(other: ChainStay, link: ReferralLink): boolean {
  if (other.referralId !== null && link.parentReferralId !== null) return other.referralId === link.parentReferralId;
  return other.institutionId === link.fromInstitutionId;
}

function isGapWithin(dischargedOn: CivilDate, admittedOn: CivilDate, maxGapDays: number): boolean {
  const gap = daysBetween(dischargedOn, admittedOn);
  return gap >= 0 && gap <= maxGapDays;
}
