import { demoTerms } from './demo-terms.js';
import { aLine } from './a-bill.js';
import { yearOf, type ReferralLink } from '../domain/deductible-chain.js';
import type { ClaimedStay } from '../domain/settle-stays.js';

/** A resident's stay of 10 000 yuan in scope at the given level. */
export function aStay(of: Partial<ClaimedStay> & { claimId: string; level?: number }): ClaimedStay {
  const { level = 3, ...own } = of;
  const dischargedOn = own.dischargedOn ?? '2026-03-10';
  return {
    elderId: 'elder',
    scheme: 'RESIDENT',
    institutionId: `hospital-${level}`,
    referralId: null,
    admittedOn: '2026-03-01',
    dischargedOn,
    year: yearOf(dischargedOn),
    terms: demoTerms({ level }),
    bill: [aLine({ amount: '10000' })],
    ...own,
  };
}

/** The completed referral that led to a stay. */
export function aLinkTo(
  stay: ClaimedStay,
  from: { fromInstitutionId: string; parentReferralId?: string },
): ReferralLink {
  const { elderId, institutionId, admittedOn, dischargedOn } = stay;
  if (stay.referralId === null) throw new Error('the stay names no referral');
  return {
    referralId: stay.referralId,
    parentReferralId: null,
    elderId,
    institutionId,
    admittedOn,
    dischargedOn,
    ...from,
  };
}

export function linksOf(...links: ReferralLink[]): Map<string, ReferralLink> {
  return new Map(links.map((link) => [link.referralId, link]));
}
