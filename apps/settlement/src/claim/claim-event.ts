import type { ClaimAdjudicatedV1, ClaimAdjustedV1 } from '@yiyang/contracts';
import type { ClaimRow } from './claim.entity.js';

/** What an event says about a settled claim: amounts and references, no items. */
export function claimEvent(claim: ClaimRow): ClaimAdjudicatedV1 {
  const { amounts, lines } = claim.settlement;
  return {
    claimId: claim.id,
    elderId: claim.elderId,
    institutionId: claim.institutionId,
    ...(claim.referralId && { referralId: claim.referralId }),
    ...(claim.chainId && { chainId: claim.chainId }),
    year: claim.year,
    totalFen: amounts.total,
    poolFen: amounts.pool,
    deductibleFen: amounts.deductible,
    personFen: amounts.person,
    cashFen: amounts.cash,
    rejectedLines: lines.filter((line) => line.decision === 'REJECTED').length,
    policyVersion: claim.policyVersion,
    serviceRegion: claim.serviceRegion,
    insuredRegion: claim.insuredRegion,
    adjudicatedAt: claim.adjudicatedAt.toISOString(),
  };
}

/** What an event says about a claim that was settled again. The stay and its referral have not changed, so they stay away. */
export function adjustedEvent(
  before: ClaimRow,
  after: ClaimRow,
  reasonCode: ClaimAdjustedV1['reasonCode'],
): ClaimAdjustedV1 {
  const { referralId: _r, chainId: _c, ...event } = claimEvent(after);
  const { pool, deductible } = before.settlement.amounts;
  return { ...event, previousPoolFen: pool, previousDeductibleFen: deductible, reasonCode };
}
