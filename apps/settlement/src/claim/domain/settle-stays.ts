import type { BillLine } from './bill-line.js';
import {
  deductibleLeft,
  type ChainStay,
  type ChargedStay,
  type Deductible,
  type ReferralLink,
} from './deductible-chain.js';
import { NOTHING_USED, splitBill, type Split, type Standing } from './split-bill.js';

/** A claimed stay: what the chain looks at and the bill. */
export interface ClaimedStay extends ChainStay {
  readonly bill: readonly BillLine[];
}

export interface SettledStay {
  readonly claimId: string;
  readonly deductible: Deductible;
  readonly split: Split;
}

/**
 * Settles all stays of one person, in the order in which they ended, each on what the earlier ones have used of their
 * year. The result depends on the stays and links only, never on the order in which claims and referrals became known:
 * a late referral, a late claim and a cancellation all mean settling again. Sources: SET-14; capabilities C34, C35, C38.
 */
export function settleStays(
  stays: readonly ClaimedStay[],
  links: ReadonlyMap<string, ReferralLink>,
): ReadonlyMap<string, SettledStay> {
  const settled = new Map<string, SettledStay>();
  const used = new Map<string, Standing>();
  const earlier: ChargedStay[] = [];
  for (const stay of [...stays].sort(byEnd)) {
    const account = `${stay.scheme}|${stay.year}`;
    const standing = used.get(account) ?? NOTHING_USED;
    const deductible = deductibleLeft(stay, earlier, links);
    const split = splitBill(stay.bill, stay.terms, deductible.left, standing);
    used.set(account, addTo(standing, split));
    earlier.push({ ...stay, chainOf: deductible.chainOf, charged: split.amounts.deductible });
    settled.set(stay.claimId, { claimId: stay.claimId, deductible, split });
  }
  return settled;
}

function addTo(standing: Standing, { amounts, burden }: Split): Standing {
  return {
    pool: standing.pool + amounts.pool,
    burden: standing.burden + burden,
    major: standing.major + amounts.major,
    aid: standing.aid + amounts.aid,
  };
}

function byEnd(a: ClaimedStay, b: ClaimedStay): number {
  const order = (stay: ClaimedStay) => `${stay.dischargedOn}|${stay.admittedOn}|${stay.institutionId}|${stay.claimId}`;
  return order(a) < order(b) ? -1 : 1;
}
