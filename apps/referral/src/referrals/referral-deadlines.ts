import { Injectable } from '@nestjs/common';
import { systemContext } from '@yiyang/access';
import { Beds } from '../beds/beds.js';
import { Clock, type Deadline, type OnDue, type Tx } from '@yiyang/persistence';
import type { DeadlineHandlers } from '@yiyang/service';
import { expireRequest, lapseAcceptance } from './domain/lapse-referral.js';
import type { EndedReferral, Referral } from './domain/referral.js';
import { ElderReferrals } from './elder-referrals.js';
import { ReferralAnnouncements } from './referral.announcements.js';
import { ReferralRepository, type StoredReferral } from './referral.repository.js';
import { LIMIT } from './time-limits.js';

type Lapse = (referral: Referral, now: Date) => EndedReferral | undefined;

/** What happens when a time limit of a referral passes. Sources: REF-05, REF-14, REF-24; standards §9.4. */
@Injectable()
export class ReferralDeadlines implements DeadlineHandlers {
  constructor(
    private readonly clock: Clock,
    private readonly referrals: ReferralRepository,
    private readonly elderReferrals: ElderReferrals,
    private readonly announcements: ReferralAnnouncements,
    private readonly beds: Beds,
  ) {}

  readonly handlers: Readonly<Record<string, OnDue>> = {
    [LIMIT.answer]: (tx, deadline) =>
      this.onReferral(tx, deadline, (referral) => this.missAnswer(tx, referral, deadline)),
    [LIMIT.expiry]: (tx, deadline) =>
      this.onReferral(tx, deadline, (referral) => this.lapse(tx, referral, expireRequest)),
    [LIMIT.validity]: (tx, deadline) =>
      this.onReferral(tx, deadline, (referral) => this.lapse(tx, referral, lapseAcceptance)),
    [LIMIT.bedHold]: (tx, deadline) => this.onReferral(tx, deadline, (referral) => this.endHold(tx, referral)),
    [LIMIT.papers]: (tx, deadline) => this.onReferral(tx, deadline, async (referral) => this.missPapers(tx, referral)),
  };

  private async onReferral(
    tx: Tx,
    deadline: Deadline,
    act: (referral: StoredReferral) => Promise<void>,
  ): Promise<void> {
    tx.actAs(systemContext('referral'));
    const referral = await this.referrals.findSoonForUpdate(tx, deadline.subjectId);
    if (referral) await act(referral);
  }

  /** The request stays open; the breach is told. Source: REF-14. */
  private async missAnswer(tx: Tx, referral: StoredReferral, { dueAt }: Deadline): Promise<void> {
    if (referral.status !== 'REQUESTED' || referral.answerMissedAt !== null) return;
    const missedAt = this.clock.now();
    this.referrals.note(tx, referral.id, { answerMissedAt: missedAt });
    this.announcements.answerMissed(tx, referral, dueAt, missedAt);
  }

  private async lapse(tx: Tx, referral: StoredReferral, decide: Lapse): Promise<void> {
    const ended = decide(referral, this.clock.now());
    if (ended) await this.elderReferrals.close(tx, referral, ended);
  }

  /** The bed goes back to the pool; the referral stays accepted until its validity ends. Source: REF-05. */
  private async endHold(tx: Tx, referral: StoredReferral): Promise<void> {
    if (referral.status !== 'ACCEPTED') return;
    await this.beds.release(tx, referral.bedUseId, this.clock.now());
    this.referrals.update(tx, { ...referral, bedUseId: null });
  }

  private missPapers(tx: Tx, referral: StoredReferral): void {
    if (referral.papersDueAt !== null) this.referrals.note(tx, referral.id, { papersMissedAt: this.clock.now() });
  }
}
