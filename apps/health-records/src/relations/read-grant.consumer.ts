import {
  EVENT,
  TOPIC,
  type ReferralAcceptedV1,
  type ReferralCancelledV1,
  type ReferralClosedV1,
  type ReferralCompletedV1,
  type ReferralExpiredV1,
  type ReferralRejectedV1,
} from '@yiyang/contracts';
import { Consumer, EventOf, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { ReadGrants } from './read-grants.js';

/** Opens and ends read grants as referrals go on. */
@Consumer({
  name: 'read-grants',
  kind: 'reaction',
  topics: [TOPIC.referral],
  ignore: [
    EVENT.referralRequestedV1,
    EVENT.referralDispatchedV1,
    EVENT.referralReceivedV1,
    EVENT.referralAdmittedV1,
    EVENT.ledgerEntryAppendedV1,
    EVENT.referralResponseDeadlineMissedV1,
  ],
})
export class ReadGrantConsumer {
  constructor(private readonly grants: ReadGrants) {}

  @EventPattern<string>(EVENT.referralAcceptedV1)
  onAccepted(@Payload() event: ReferralAcceptedV1, @Tx() tx: Tx): Promise<void> {
    return this.grants.open(tx, event);
  }

  @EventPattern<string>(EVENT.referralCompletedV1)
  onCompleted(@Payload() event: ReferralCompletedV1, @Tx() tx: Tx, @EventOf() envelope: EventOf): Promise<void> {
    return this.grants.setEnd(tx, event, envelope.regioncode);
  }

  @EventPattern<string>(EVENT.referralRejectedV1)
  onRejected(@Payload() event: ReferralRejectedV1, @Tx() tx: Tx): Promise<void> {
    return this.grants.end(tx, event.referralId, event.rejectedAt);
  }

  @EventPattern<string>(EVENT.referralCancelledV1)
  onCancelled(@Payload() event: ReferralCancelledV1, @Tx() tx: Tx): Promise<void> {
    return this.grants.end(tx, event.referralId, event.cancelledAt);
  }

  @EventPattern<string>(EVENT.referralExpiredV1)
  onExpired(@Payload() event: ReferralExpiredV1, @Tx() tx: Tx): Promise<void> {
    return this.grants.end(tx, event.referralId, event.expiredAt);
  }

  @EventPattern<string>(EVENT.referralClosedV1)
  onClosed(@Payload() event: ReferralClosedV1, @Tx() tx: Tx): Promise<void> {
    return this.grants.end(tx, event.referralId, event.closedAt);
  }
}
