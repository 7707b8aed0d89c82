import { Injectable } from '@nestjs/common';
import { systemContext } from '@yiyang/access';
import { EVENT, type ClaimAdjustedV1 } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Outbox } from '@yiyang/messaging';
import { Clock, type Tx } from '@yiyang/persistence';
import { CopyRepository } from '../copies/copy.repository.js';
import { BenefitAccount } from './benefit-account.js';
import { adjustedEvent, claimEvent } from './claim-event.js';
import type { ClaimDraft } from './claim-intake.js';
import { amountsOf, recordOf, storedLine } from './claim-record.js';
import type { ClaimRow } from './claim.entity.js';
import { ClaimRepository } from './claim.repository.js';
import { benefitDelta } from './domain/benefit-ledger.js';
import { resettle, type Adjustment } from './domain/resettle.js';

type AdjustmentReason = ClaimAdjustedV1['reasonCode'];

/**
 * The benefit accounts of persons: every change settles the person's stays again, writes the difference into the ledger
 * and says which claims it changed. The account lock makes changes of one person wait for each other. A chain spans
 * institutions, so this reads as the system; who may ask is decided before.
 */
@Injectable()
export class BenefitAccounts {
  constructor(
    private readonly claims: ClaimRepository,
    private readonly copies: CopyRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The account as it is, for computing only. */
  async read(tx: Tx, elderId: string): Promise<BenefitAccount> {
    tx.actAs(systemContext('settlement'));
    const [claims, links] = await Promise.all([this.claims.standing(tx, elderId), this.copies.linksOf(tx, elderId)]);
    return new BenefitAccount(elderId, claims, links);
  }

  /** The account for a change; waits for changes under way. */
  async open(tx: Tx, elderId: string): Promise<BenefitAccount> {
    await this.claims.lockAccount(tx, elderId);
    return this.read(tx, elderId);
  }

  /** The claim that a draft gives on this account; changes nothing. Pre-settling and settling share it. */
  compute(account: BenefitAccount, draft: ClaimDraft): { claim: ClaimRow; adjusted: readonly Adjustment[] } {
    const { stay, ...facts } = draft;
    if (account.hasStay(stay.institutionId, stay.admittedOn))
      throw refusal('STAY_ALREADY_SETTLED', { rule: 'STD-10.2' });
    const { added, adjusted } = resettle(account.stays, account.links, stay);
    if (!added) throw new Error('the new stay was not settled');
    const { claimId: id, bill, ...same } = stay;
    const claim: ClaimRow = {
      ...same,
      ...facts,
      id,
      chainId: account.chainOf(stay.referralId),
      status: 'ADJUDICATED',
      bill: bill.map(storedLine),
      settlement: recordOf(added),
      policyVersion: stay.terms.poolRatio.policyVersion,
      adjudicatedAt: this.clock.now(),
      adjustedAt: null,
      cancelledAt: null,
      reasonCode: null,
      version: 1,
    };
    return { claim, adjusted };
  }

  /** Stores a new claim and adjusts the stays that ended after it. */
  add(tx: Tx, account: BenefitAccount, draft: ClaimDraft): ClaimRow {
    const { claim, adjusted } = this.compute(account, draft);
    this.claims.insert(tx, claim);
    const of = { kind: 'SETTLED', reasonCode: null, recordedAt: claim.adjudicatedAt } as const;
    this.claims.append(tx, claim, of, benefitDelta(undefined, amountsOf(claim.settlement)));
    this.outbox.publish(tx, EVENT.claimAdjudicatedV1, claim.id, claimEvent(claim), { regioncode: claim.serviceRegion });
    this.adjust(tx, account, adjusted, 'EARLIER_CLAIM_SETTLED');
    return claim;
  }

  /** Takes a claim back exactly and adjusts the stays that ended after it. */
  remove(tx: Tx, account: BenefitAccount, claim: ClaimRow, reasonCode: string): ClaimRow {
    const cancelledAt = this.clock.now();
    this.claims.update(tx, claim, { status: 'CANCELLED', cancelledAt, reasonCode });
    const of = { kind: 'REVERSED', reasonCode, recordedAt: cancelledAt } as const;
    this.claims.append(tx, claim, of, benefitDelta(amountsOf(claim.settlement), undefined));
    const { id: claimId, elderId, institutionId } = claim;
    const event = { claimId, elderId, institutionId, cancelledAt: cancelledAt.toISOString() };
    this.outbox.publish(tx, EVENT.claimCancelledV1, claimId, event, { regioncode: claim.serviceRegion });
    const rest = account.without(claimId);
    this.adjust(tx, rest, resettle(rest.stays, rest.links).adjusted, 'EARLIER_CLAIM_CANCELLED');
    return { ...claim, status: 'CANCELLED', cancelledAt, reasonCode, version: claim.version + 1 };
  }

  /** Settles again because a referral became known or void. */
  refresh(tx: Tx, account: BenefitAccount, reason: AdjustmentReason): void {
    this.adjust(tx, account, resettle(account.stays, account.links).adjusted, reason);
  }

  private adjust(tx: Tx, account: BenefitAccount, adjusted: readonly Adjustment[], reasonCode: AdjustmentReason): void {
    const recordedAt = this.clock.now();
    for (const { claimId, previous, settled } of adjusted) {
      const claim = account.find(claimId) as ClaimRow;
      const changes = {
        settlement: recordOf(settled),
        adjustedAt: recordedAt,
        chainId: account.chainOf(claim.referralId),
      };
      this.claims.update(tx, claim, changes);
      const delta = benefitDelta(previous, settled.split.amounts);
      this.claims.append(tx, claim, { kind: 'ADJUSTED', reasonCode, recordedAt }, delta);
      const event = adjustedEvent(claim, { ...claim, ...changes }, reasonCode);
      this.outbox.publish(tx, EVENT.claimAdjustedV1, claimId, event, { regioncode: claim.serviceRegion });
    }
  }
}
