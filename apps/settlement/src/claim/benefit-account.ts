import type { ReferralLinkRow } from '../copies/copy.entities.js';
import { amountsOf, billLine } from './claim-record.js';
import type { ClaimRow } from './claim.entity.js';
import type { ReferralLink } from './domain/deductible-chain.js';
import type { KnownStay } from './domain/resettle.js';

/** One person's claims that stand and the referrals that may link them. */
export class BenefitAccount {
  constructor(
    readonly elderId: string,
    private readonly claims: readonly ClaimRow[],
    private readonly referrals: readonly ReferralLinkRow[],
  ) {}

  get stays(): KnownStay[] {
    return this.claims.map((claim) => ({
      claimId: claim.id,
      elderId: claim.elderId,
      scheme: claim.scheme,
      institutionId: claim.institutionId,
      referralId: claim.referralId,
      admittedOn: claim.admittedOn,
      dischargedOn: claim.dischargedOn,
      year: claim.year,
      terms: claim.terms,
      bill: claim.bill.map(billLine),
      amounts: amountsOf(claim.settlement),
    }));
  }

  /** Completed referrals: only those link stays. */
  get links(): ReadonlyMap<string, ReferralLink> {
    return new Map(this.referrals.flatMap((row) => (isCompleted(row) ? [[row.referralId, row] as const] : [])));
  }

  /** The claim, unless it was cancelled. */
  find(claimId: string): ClaimRow | undefined {
    return this.claims.find((claim) => claim.id === claimId);
  }

  hasStay(institutionId: string, admittedOn: string): boolean {
    return this.claims.some((claim) => claim.institutionId === institutionId && claim.admittedOn === admittedOn);
  }

  chainOf(referralId: string | null): string | null {
    return this.referrals.find((row) => row.referralId === referralId)?.chainId ?? null;
  }

  without(claimId: string): BenefitAccount {
    return new BenefitAccount(
      this.elderId,
      this.claims.filter((claim) => claim.id !== claimId),
      this.referrals,
    );
  }
}

function isCompleted(row: ReferralLinkRow): row is ReferralLinkRow & { admittedOn: string; dischargedOn: string } {
  return row.status === 'COMPLETED' && row.admittedOn !== null && row.dischargedOn !== null;
}
