import {
  EVENT,
  TOPIC,
  type ReferralCancelledV1,
  type ReferralCompletedV1,
  type ReferralRequestedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { CopyRepository } from './copy.repository.js';

/** Keeps which stays referrals link. */
@Consumer({
  name: 'referral-link-copy',
  kind: 'copy',
  tables: ['referral_link'],
  topics: [TOPIC.referral],
  ignore: [
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
export class ReferralLinkConsumer {
  constructor(private readonly copies: CopyRepository) {}

  @EventPattern<string>(EVENT.referralRequestedV1)
  onRequested(@Payload() event: ReferralRequestedV1, @Tx() tx: Tx): void {
    this.copies.openLink(tx, event);
  }

  @EventPattern<string>(EVENT.referralCompletedV1)
  onCompleted(@Payload() event: ReferralCompletedV1, @Tx() tx: Tx): void {
    this.copies.completeLink(tx, event);
  }

  @EventPattern<string>(EVENT.referralCancelledV1)
  onCancelled(@Payload() event: ReferralCancelledV1, @Tx() tx: Tx): void {
    this.copies.cancelLink(tx, event.referralId);
  }
}
