import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Tx } from '@yiyang/persistence';
import { CareStates } from '../care-states/care-states.js';
import { stateOf, type CareSituation } from '../care-states/domain/care-state.js';
import type { EndedReferral, Referral } from './domain/referral.js';
import { closeForOtherHome, giveWayToEmergency } from './domain/lapse-referral.js';
import type { ReferralRequest } from './domain/request-referral.js';
import { ReferralAnnouncements } from './referral.announcements.js';
import { ReferralOpening, type Opened, type Opening } from './referral-opening.js';
import { ReferralRepository } from './referral.repository.js';
import { Reservations } from './reservations.js';
import { TimeLimits } from './time-limits.js';

/** One open referral per elder, whoever asks. Source: C27. */
@Injectable()
export class ElderReferrals {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly states: CareStates,
    private readonly opening: ReferralOpening,
    private readonly reservations: Reservations,
    private readonly limits: TimeLimits,
    private readonly announcements: ReferralAnnouncements,
  ) {}

  /** Opens a referral unless another is open; an emergency closes one that has not set out yet. */
  async openFor(tx: Tx, request: ReferralRequest, opening: Omit<Opening, 'situation' | 'continues'>): Promise<Opened> {
    const { elder, now } = opening;
    const open = await this.referrals.findOpenForUpdate(tx, elder.id);
    const givesWay = open && request.urgency === 'EMERGENCY' ? giveWayToEmergency(open, now) : undefined;
    if (open && !givesWay) throw refusal('OPEN_REFERRAL_EXISTS', { inputs: { status: open.status } });
    if (open && givesWay) await this.close(tx, open, givesWay);
    const situation = await this.states.findForUpdate(tx, elder.id);
    const continues = await this.findContinued(tx, situation, opening.from.id);
    return this.opening.open(tx, request, { ...opening, situation, continues });
  }

  /** Closes what is void now that this home has taken the elder in. */
  async closeForHome(tx: Tx, elderId: string, homeId: string, now: Date): Promise<void> {
    const open = await this.referrals.findOpenForUpdate(tx, elderId);
    const closed = open && closeForOtherHome(open, homeId, now);
    if (open && closed) await this.close(tx, open, closed);
  }

  /** Writes the end of a referral that came to nothing: bed, relation and clocks end with it. */
  async close(tx: Tx, before: Referral, closed: EndedReferral): Promise<void> {
    await this.reservations.giveBack(tx, before, closed.endedAt);
    this.limits.onArrivedOrEnded(tx, closed, closed.endedAt);
    this.referrals.update(tx, closed);
    this.announcements.reached(tx, closed);
  }

  /**
   * The finished stay from which the elder still has to move on, because the referral that followed it came to nothing: the
   * chain goes on with the next attempt.
   */
  private async findContinued(tx: Tx, situation: CareSituation | undefined, fromId: string) {
    if (stateOf(situation) !== 'INPATIENT' || !situation?.referralId) return undefined;
    const last = await this.referrals.findForUpdate(tx, situation.referralId);
    const isTheirs = last?.status === 'COMPLETED' && last.toInstitutionId === fromId;
    return isTheirs ? { id: last.id, chainId: last.chainId } : undefined;
  }
}
