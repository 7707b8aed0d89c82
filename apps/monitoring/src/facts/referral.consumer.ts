import {
  EVENT,
  TOPIC,
  type ReferralAcceptedV1,
  type ReferralCompletedV1,
  type ReferralRejectedV1,
  type ReferralRequestedV1,
} from '@yiyang/contracts';
import { Consumer, EventPattern, Payload, Tx } from '@yiyang/messaging';
import { ReferralFactRow } from './fact.entities.js';

/** Counts referrals; who was referred is not kept. */
@Consumer({
  name: 'referral-facts',
  kind: 'copy',
  tables: ['referral_fact'],
  topics: [TOPIC.referral],
  ignore: [
    EVENT.referralCancelledV1,
    EVENT.referralExpiredV1,
    EVENT.referralClosedV1,
    EVENT.referralDispatchedV1,
    EVENT.referralReceivedV1,
    EVENT.referralAdmittedV1,
    EVENT.ledgerEntryAppendedV1,
    EVENT.referralResponseDeadlineMissedV1,
  ],
})
export class ReferralConsumer {
  @EventPattern<string>(EVENT.referralRequestedV1)
  onRequested(@Payload() event: ReferralRequestedV1, @Tx() tx: Tx): void {
    const { referralId, direction, urgency, fromRegion, toRegion } = event;
    const requestedAt = new Date(event.requestedAt);
    tx.insert(ReferralFactRow, { referralId, direction, urgency, fromRegion, toRegion, requestedAt });
  }

  @EventPattern<string>(EVENT.referralAcceptedV1)
  onAccepted(@Payload() event: ReferralAcceptedV1, @Tx() tx: Tx): void {
    tx.update(ReferralFactRow, { referralId: event.referralId }, { acceptedAt: new Date(event.acceptedAt) });
  }

  @EventPattern<string>(EVENT.referralRejectedV1)
  onRejected(@Payload() event: ReferralRejectedV1, @Tx() tx: Tx): void {
    tx.update(ReferralFactRow, { referralId: event.referralId }, { rejectedAt: new Date(event.rejectedAt) });
  }

  @EventPattern<string>(EVENT.referralCompletedV1)
  onCompleted(@Payload() event: ReferralCompletedV1, @Tx() tx: Tx): void {
    tx.update(ReferralFactRow, { referralId: event.referralId }, { completedAt: new Date(event.completedAt) });
  }
}
