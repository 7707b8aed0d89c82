import type { Explanation } from '@yiyang/decisions';
import { sourceOf } from '@yiyang/region-policy';
import { daysBetween, fenFromJson, fenToJson, maxFen, sum, type CivilDate, type Fen } from '@yiyang/standards';
import type { BenefitTerms } from './benefit-terms.js';

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

/**
 * The stay that this one continues: the latest that its completed referral leads back to. A stay between them that is not
 * claimed yet is known by its own referral, so a late claim does not break the chain.
 */
function predecessorOf(
  stay: ChainStay,
  earlier: readonly ChargedStay[],
  links: ReadonlyMap<string, ReferralLink>,
): ChargedStay | undefined {
  const continuity = stay.terms.continuity?.value;
  let link = linkOf(stay, links);
  let { admittedOn } = stay;
  for (const seen = new Set<string>(); continuity && link && !seen.has(link.referralId);) {
    seen.add(link.referralId);
    const at: ReferralLink = link;
    const mayLead = (from: { dischargedOn: CivilDate }) =>
      (continuity.crossYear || yearOf(from.dischargedOn) === stay.year) &&
      isGapWithin(from.dischargedOn, admittedOn, continuity.maxGapDays);
    const found = earlier.findLast((other) => isSameInsured(other, stay) && leadsFrom(other, at) && mayLead(other));
    if (found) return found;
    const parent: ReferralLink | undefined = links.get(at.parentReferralId ?? '');
    link = parent?.elderId === stay.elderId && mayLead(parent) ? parent : undefined;
    admittedOn = link?.admittedOn ?? admittedOn;
  }
  return undefined;
}

/** The completed referral that led to this stay; one cannot be borrowed for another stay. */
function linkOf(stay: ChainStay, links: ReadonlyMap<string, ReferralLink>): ReferralLink | undefined {
  const link = links.get(stay.referralId ?? '');
  const isOfStay =
    link?.elderId === stay.elderId &&
    link.institutionId === stay.institutionId &&
    link.admittedOn <= stay.admittedOn &&
    stay.dischargedOn <= link.dischargedOn;
  return isOfStay ? link : undefined;
}

function isSameInsured(a: ChainStay, b: ChainStay): boolean {
  return a.elderId === b.elderId && a.scheme === b.scheme;
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

/** Year that settles a stay: that of its discharge. Source: standards §10.2. */
export function yearOf(dischargedOn: CivilDate): number {
  return Number(dischargedOn.slice(0, 4));
}
