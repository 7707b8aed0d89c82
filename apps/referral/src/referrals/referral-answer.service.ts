import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Answer, Call } from '@yiyang/http';
import type { Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { canTakeIn } from '../institutions/domain/institution.js';
import { InstitutionRepository } from '../institutions/institution.repository.js';
import { assertAllowed } from './domain/allowed.js';
import { acceptReferral, cancelReferral, rejectReferral, type By } from './domain/answer-referral.js';
import { isLate } from './domain/time-limits.js';
import type { Referral } from './domain/referral.js';
import { ReferralAnnouncements } from './referral.announcements.js';
import { ReferralDesk } from './referral.desk.js';
import type { AcceptReferralBody, CancelReferralBody, RejectReferralBody } from './referral.dto.js';
import { Reservations } from './reservations.js';
import { TimeLimits } from './time-limits.js';

/** The receiver answers a request, or the sender takes it back. */
@Injectable()
export class ReferralAnswerService {
  constructor(
    private readonly desk: ReferralDesk,
    private readonly institutions: InstitutionRepository,
    private readonly reservations: Reservations,
    private readonly limits: TimeLimits,
    private readonly announcements: ReferralAnnouncements,
  ) {}

  async accept(call: Call, id: string, body: AcceptReferralBody): Promise<Answer> {
    return this.desk.step(call, id, this.desk.permit(call, 'accept'), async (tx, stored, by) => {
      assertAllowed(stored, 'accept', by.institutionIds);
      await this.assertReceiverOperates(stored, by.now);
      const acceptance = await this.limits.acceptancePolicy(stored.toRegion, by.now);
      const bed = await this.reservations.takeBed(tx, stored, by.now, { bedKind: body.bedKind });
      const referral = acceptReferral(this.noteLateness(tx, stored, by), by, bed?.id ?? null);
      this.reservations.openRelation(tx, referral);
      this.limits.onAccepted(tx, referral, acceptance);
      return { referral, columns: { bedKind: bed?.bedKind ?? stored.bedKind } };
    });
  }

  async reject(call: Call, id: string, body: RejectReferralBody): Promise<Answer> {
    return this.desk.step(call, id, this.desk.permit(call, 'reject'), async (tx, stored, by) => {
      const referral = rejectReferral(this.noteLateness(tx, stored, by), by, body.reasonCode);
      this.limits.onArrivedOrEnded(tx, referral, by.now);
      return { referral };
    });
  }

  async cancel(call: Call, id: string, body: CancelReferralBody): Promise<Answer> {
    return this.desk.step(call, id, this.desk.permit(call, 'cancel'), async (tx, stored, by) => {
      const referral = cancelReferral(stored, by, body.reasonCode);
      await this.reservations.giveBack(tx, stored, by.now);
      this.limits.onArrivedOrEnded(tx, referral, by.now);
      return { referral };
    });
  }

  /** An answer that comes late is a breach even when the sweeper has not looked yet; said once. Source: REF-14. */
  private noteLateness(tx: Tx, referral: Referral, { now }: By): Referral {
    const { answerDueAt, answerMissedAt } = referral;
    if (answerDueAt === null || answerMissedAt !== null || !isLate(answerDueAt, now)) return referral;
    this.announcements.answerMissed(tx, referral, answerDueAt, now);
    return { ...referral, answerMissedAt: now };
  }

  private async assertReceiverOperates(referral: Referral, now: Date): Promise<void> {
    const receiver = await this.institutions.find(referral.toInstitutionId, civilDateInShanghai(now));
    if (receiver && canTakeIn(receiver)) return;
    throw refusal('INSTITUTION_NOT_OPERATING', { rule: 'REF-29', inputs: { operation: receiver?.operation ?? null } });
  }
}
