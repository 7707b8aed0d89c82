import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import type { EndedReferral, Referral } from './domain/referral.js';

/** Says what happened to a referral. Region of an event: the receiver's, where the service is given. */
@Injectable()
export class ReferralAnnouncements {
  constructor(private readonly outbox: Outbox) {}

  requested(tx: Tx, referral: Referral): void {
    const { parentReferralId, consentId } = referral;
    const { chainId, elderId, direction, fromInstitutionId, toInstitutionId, urgency, stage } = referral;
    const { fromRegion, toRegion, residenceRegion, insuredRegion } = referral;
    this.outbox.publish(
      tx,
      EVENT.referralRequestedV1,
      referral.id,
      {
        referralId: referral.id,
        ...{ chainId, elderId, direction, fromInstitutionId, toInstitutionId, urgency, stage },
        ...(parentReferralId !== null && { parentReferralId }),
        ...(consentId !== null && { consentId }),
        ...{ fromRegion, toRegion, residenceRegion, insuredRegion },
        requestedAt: referral.requestedAt.toISOString(),
      },
      { regioncode: toRegion },
    );
  }

  /** The event of the status that the referral has just reached. */
  reached(tx: Tx, referral: Exclude<Referral, { status: 'REQUESTED' }>): void {
    const { id: referralId, elderId, chainId } = referral;
    const region = { regioncode: referral.toRegion };
    const say = this.outbox;
    switch (referral.status) {
      case 'ACCEPTED': {
        const { fromInstitutionId, toInstitutionId, bedUseId, acceptedAt } = referral;
        const facts = { referralId, elderId, fromInstitutionId, toInstitutionId, acceptedAt: acceptedAt.toISOString() };
        const data = bedUseId === null ? facts : { ...facts, bedUseId };
        return say.publish(tx, EVENT.referralAcceptedV1, referralId, data, region);
      }
      case 'IN_TRANSIT': {
        const departedAt = (referral.departedAt ?? referral.acceptedAt).toISOString();
        return say.publish(tx, EVENT.referralDispatchedV1, referralId, { referralId, elderId, departedAt }, region);
      }
      case 'RECEIVED': {
        const facts = { referralId, elderId, institutionId: referral.toInstitutionId };
        const data = { ...facts, arrivedAt: referral.arrivedAt.toISOString() };
        return say.publish(tx, EVENT.referralReceivedV1, referralId, data, region);
      }
      case 'IN_TREATMENT': {
        const { toInstitutionId: institutionId, admittedOn } = referral;
        const data = { referralId, chainId, elderId, institutionId, admittedOn };
        return say.publish(tx, EVENT.referralAdmittedV1, referralId, data, region);
      }
      case 'COMPLETED': {
        const { toInstitutionId: institutionId, admittedOn, dischargedOn, destination } = referral;
        const { parentReferralId, nextReferralId } = referral;
        const data = {
          ...{ referralId, chainId, elderId, institutionId, admittedOn, dischargedOn, destination },
          ...(parentReferralId !== null && { parentReferralId }),
          ...(nextReferralId !== null && { nextReferralId }),
          completedAt: referral.completedAt.toISOString(),
        };
        return say.publish(tx, EVENT.referralCompletedV1, referralId, data, region);
      }
      default:
        return this.ended(tx, referral);
    }
  }

  answerMissed(tx: Tx, referral: Referral, dueAt: Date, missedAt: Date): void {
    const data = { referralId: referral.id, dueAt: dueAt.toISOString(), missedAt: missedAt.toISOString() };
    const region = { regioncode: referral.toRegion };
    this.outbox.publish(tx, EVENT.referralResponseDeadlineMissedV1, referral.id, data, region);
  }

  private ended(tx: Tx, { id: referralId, elderId, reasonCode, status, endedAt, toRegion }: EndedReferral): void {
    const facts = { referralId, elderId, reasonCode };
    const at = endedAt.toISOString();
    const region = { regioncode: toRegion };
    const say = this.outbox;
    switch (status) {
      case 'REJECTED':
        return say.publish(tx, EVENT.referralRejectedV1, referralId, { ...facts, rejectedAt: at }, region);
      case 'CANCELLED':
        return say.publish(tx, EVENT.referralCancelledV1, referralId, { ...facts, cancelledAt: at }, region);
      case 'EXPIRED':
        return say.publish(tx, EVENT.referralExpiredV1, referralId, { ...facts, expiredAt: at }, region);
      case 'CLOSED':
        return say.publish(tx, EVENT.referralClosedV1, referralId, { ...facts, closedAt: at }, region);
    }
  }
}
