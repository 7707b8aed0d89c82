import type { ReferralLink } from './deductible-chain.js';
import { settleStays, type ClaimedStay, type SettledStay } from './settle-stays.js';
import type { Amounts } from './split-bill.js';

/** A stay whose claim was settled, with the amounts that hold for it until now. */
export interface KnownStay extends ClaimedStay {
  readonly amounts: Amounts;
}

export interface Adjustment {
  readonly claimId: string;
  readonly previous: Amounts;
  readonly settled: SettledStay;
}

/**
 * Settles a person's stays again after one was added or removed or a referral became known. Gives the new stay's result
 * and every other claim whose amounts are different now; nothing is changed silently. Sources: standards §10.2; C35, C38.
 */
export function resettle(
  known: readonly KnownStay[],
  links: ReadonlyMap<string, ReferralLink>,
  added?: ClaimedStay,
): { added: SettledStay | undefined; adjusted: readonly Adjustment[] } {
  const settled = settleStays(added ? [...known, added] : known, links);
  const adjusted = known.flatMap((stay): Adjustment[] => {
    const now = settled.get(stay.claimId) as SettledStay;
    return isSame(stay.amounts, now.split.amounts)
      ? []
      : [{ claimId: stay.claimId, previous: stay.amounts, settled: now }];
  });
  return { added: added && settled.get(added.claimId), adjusted };
}

function isSame(a: Amounts, b: Amounts): boolean {
  return (Object.keys(b) as (keyof Amounts)[]).every((name) => a[name] === b[name]);
}
