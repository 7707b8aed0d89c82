import { EVENT, TOPIC, type ReferralCancelledV1, type ReferralCompletedV1 } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { CopyRepository } from '../copies/copy.repository.js';
import { BenefitAccounts } from './benefit-accounts.js';

/** States of the copied link that show the event or a later one. */
const REACHED: Readonly<Record<'COMPLETED' | 'CANCELLED', readonly string[]>> = {
  COMPLETED: ['COMPLETED', 'CANCELLED'],
  CANCELLED: ['CANCELLED'],
};

/** Settles a person's stays again when a referral that may link them is completed or cancelled. Sources: REF-20; C35. */
@Consumer({
  name: 'claim-linking',
  kind: 'reaction',
  topics: [TOPIC.referral],
  ignore: [
    EVENT.referralRequestedV1,
    EVENT.referralAcceptedV1,
    EVENT.referralRejectedV1,
    EVENT.referralExpiredV1,
    EVENT.referralClosedV1,
    EVENT.referralDispatchedV1,
    EVENT.referralReceivedV1,
    EVENT.referralAdmittedV1,
    EVENT.ledgerEntryAppendedV1,
    EVENT.referralResponseDeadlineMissedV1,
  ],
})
export class ClaimLinkingConsumer {
  constructor(
    private readonly copies: CopyRepository,
    private readonly accounts: BenefitAccounts,
  ) {}

  @EventPattern<string>(EVENT.referralCompletedV1)
  onCompleted(@Payload() event: ReferralCompletedV1, @Tx() tx: Tx): Promise<void> {
    return this.relink(tx, event, 'COMPLETED');
  }

  @EventPattern<string>(EVENT.referralCancelledV1)
  onCancelled(@Payload() event: ReferralCancelledV1, @Tx() tx: Tx): Promise<void> {
    return this.relink(tx, event, 'CANCELLED');
  }

  // The copy of the link is fed by another consumer. While it is behind, this event waits: a claim settled meanwhile would
  // not see the link either, and nothing would settle it again.
  private async relink(
    tx: Tx,
    event: { referralId: string; elderId: string },
    to: keyof typeof REACHED,
  ): Promise<void> {
    const status = (await this.copies.findLink(tx, event.referralId))?.status ?? 'UNKNOWN';
    if (!REACHED[to].includes(status)) throw refusal('UNKNOWN_REFERENCE', { inputs: { status } });
    const account = await this.accounts.open(tx, event.elderId);
    this.accounts.refresh(tx, account, to === 'COMPLETED' ? 'LINK_ARRIVED' : 'LINK_CANCELLED');
  }
}
