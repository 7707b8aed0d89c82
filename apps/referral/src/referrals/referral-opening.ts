import { Injectable } from '@nestjs/common';
import type { Explanation } from '@yiyang/decisions';
import { newId, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { AgreementRepository } from '../agreements/agreement.repository.js';
import type { CareSituation } from '../care-states/domain/care-state.js';
import type { Consent } from '../elders/domain/consent.js';
import type { Elder } from '../elders/domain/elder.js';
import { standsFor, type Institution } from '../institutions/domain/institution.js';
import { acceptEmergency } from './domain/answer-referral.js';
import type { AcceptedReferral, RequestedReferral } from './domain/referral.js';
import { requestReferral, type ReferralRequest } from './domain/request-referral.js';
import { Reservations } from './reservations.js';
import { ReferralAnnouncements } from './referral.announcements.js';
import { ReferralPolicies } from './referral-policies.js';
import { ReferralRepository } from './referral.repository.js';
import { TimeLimits } from './time-limits.js';

export interface Opening {
  /** Id that the new referral is to have. */
  readonly id?: string;
  readonly elder: Elder;
  readonly from: Institution;
  readonly to: Institution;
  readonly consent: Consent | undefined;
  readonly situation: CareSituation | undefined;
  readonly continues?: { readonly id: string; readonly chainId: string } | undefined;
  readonly now: Date;
}

/** A referral as it was opened. */
export interface Opened {
  readonly referral: RequestedReferral | AcceptedReferral;
  readonly papersDueAt: Date | null;
  readonly because: Explanation | null;
}

/** Opens a referral inside a transaction: a request of its own, or the next link of a chain. */
@Injectable()
export class ReferralOpening {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly policies: ReferralPolicies,
    private readonly limits: TimeLimits,
    private readonly reservations: Reservations,
    private readonly referrals: ReferralRepository,
    private readonly announcements: ReferralAnnouncements,
  ) {}

  async open(tx: Tx, request: ReferralRequest, opening: Opening): Promise<Opened> {
    const requested = await this.decide(request, opening);
    const { now } = opening;
    const isEmergency = requested.urgency === 'EMERGENCY';
    const acceptance = await this.limits.acceptancePolicy(requested.toRegion, now);
    const bed = isEmergency ? await this.reservations.findBed(tx, requested, now) : undefined;
    const referral = isEmergency ? acceptEmergency(requested, now, bed?.id ?? null) : requested;
    const papersDueAt = isEmergency ? await this.limits.startPapers(tx, referral) : null;
    this.referrals.insert(tx, referral, papersDueAt);
    this.announcements.requested(tx, requested);
    if (referral.status === 'ACCEPTED') {
      this.announcements.reached(tx, referral);
      this.limits.onAccepted(tx, referral, acceptance);
      this.reservations.openRelation(tx, referral);
    } else await this.limits.onRequested(tx, referral, opening.from.side);
    return { referral, papersDueAt, because: referral.because };
  }

  private async decide(request: ReferralRequest, opening: Opening): Promise<RequestedReferral> {
    const { elder, from, to, consent, situation, continues, now } = opening;
    const today = civilDateInShanghai(now);
    const [agreements, answerPolicy, needsConvalescentStage] = await Promise.all([
      this.agreements.findBetween(standsFor(from), standsFor(to)),
      this.policies.find(to.division, 'referral.answerMinutes', today),
      this.policies.applies(to.division, 'REF-07', today),
    ]);
    return requestReferral(request, {
      ...{ id: opening.id ?? newId(), now, today, elder, from, to, agreements, consent, situation, continues },
      answerPolicy,
      needsConvalescentStage,
    });
  }
}
