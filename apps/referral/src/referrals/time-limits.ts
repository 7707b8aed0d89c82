import { Injectable } from '@nestjs/common';
import type { Explanation } from '@yiyang/decisions';
import { Deadlines, type Tx } from '@yiyang/persistence';
import type { Sourced } from '@yiyang/region-policy';
import { civilDateInShanghai, type InstitutionSide } from '@yiyang/standards';
import type { AcceptedReferral, Referral } from './domain/referral.js';
import { expiryLimit, hoursAfter } from './domain/time-limits.js';
import { ReferralPolicies } from './referral-policies.js';

/** Kinds of deadline that a referral can have; the subject is the referral. */
export const LIMIT = {
  answer: 'referral.answer',
  expiry: 'referral.expiry',
  bedHold: 'referral.bed-hold',
  validity: 'referral.validity',
  papers: 'referral.papers',
} as const;

/** The receiver answers; everything after that is the sender's to keep. */
const ANSWERED_BY_RECEIVER: readonly string[] = [LIMIT.answer, LIMIT.expiry];

export interface AcceptancePolicy {
  readonly validity: Sourced<number> | undefined;
  readonly bedHold: Sourced<number> | undefined;
}

const BEFORE_ARRIVAL = [LIMIT.answer, LIMIT.expiry, LIMIT.bedHold, LIMIT.validity] as const;

/** Starts and stops the clocks of referrals; their lengths are regional policy. Sources: REF-14; standards §9.4. */
@Injectable()
export class TimeLimits {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly policies: ReferralPolicies,
  ) {}

  async onRequested(tx: Tx, referral: Referral, fromSide: InstitutionSide): Promise<void> {
    const { toSide, direction, requestedAt, because } = referral;
    if (referral.answerDueAt && because)
      this.start(tx, LIMIT.answer, referral, 'REF-14', because, referral.answerDueAt);
    const policy = await this.policies.find(referral.toRegion, 'referral.expiryHours', dayOf(requestedAt));
    const expiresAt = expiryLimit(policy, { direction, fromSide, toSide, requestedAt });
    if (policy && expiresAt) this.start(tx, LIMIT.expiry, referral, 'REF-14', policy, expiresAt);
  }

  /** What the region allows an acceptance; asked before a bed is locked, so that nobody waits for it. */
  async acceptancePolicy(division: string, at: Date): Promise<AcceptancePolicy> {
    const [validity, bedHold] = await Promise.all([
      this.policies.find(division, 'acceptedReferralValidityDays', dayOf(at)),
      this.policies.find(division, 'bedHoldHours', dayOf(at)),
    ]);
    return { validity, bedHold };
  }

  /** A bed is held no longer than the region allows; without a bed there is nothing to give back. */
  onAccepted(tx: Tx, referral: AcceptedReferral, { validity, bedHold }: AcceptancePolicy): void {
    const { acceptedAt: at } = referral;
    this.stop(tx, referral, [LIMIT.answer, LIMIT.expiry], at);
    if (validity) this.start(tx, LIMIT.validity, referral, 'REF-05', validity, hoursAfter(at, validity.value * 24), at);
    if (bedHold && referral.bedUseId !== null)
      this.start(tx, LIMIT.bedHold, referral, 'REF-05', bedHold, hoursAfter(at, bedHold.value), at);
  }

  onDispatched(tx: Tx, referral: Referral, at: Date): void {
    this.stop(tx, referral, [LIMIT.bedHold], at);
  }

  /** The elder has arrived, or the referral is over. */
  onArrivedOrEnded(tx: Tx, referral: Referral, at: Date): void {
    this.stop(tx, referral, BEFORE_ARRIVAL, at);
  }

  /** When the papers of an emergency are due; null where the region sets no limit. Source: REF-24. */
  async startPapers(tx: Tx, referral: Referral): Promise<Date | null> {
    const { requestedAt } = referral;
    const policy = await this.policies.find(referral.toRegion, 'transferDocumentHours', dayOf(requestedAt));
    if (!policy) return null;
    const dueAt = hoursAfter(requestedAt, policy.value);
    this.start(tx, LIMIT.papers, referral, 'REF-24', policy, dueAt);
    return dueAt;
  }

  finishPapers(tx: Tx, referralId: string, at: Date): void {
    this.deadlines.finish(tx, LIMIT.papers, referralId, at);
  }

  private start(
    tx: Tx,
    kind: string,
    referral: Referral,
    rule: string,
    because: Pick<Explanation, 'clause' | 'policyVersion'>,
    dueAt: Date,
    startedAt = referral.requestedAt,
  ): void {
    const { clause = null, policyVersion = null } = because;
    const { id: subjectId, toRegion: division } = referral;
    const ownerId = ANSWERED_BY_RECEIVER.includes(kind) ? referral.toInstitutionId : referral.fromInstitutionId;
    this.deadlines.start(tx, { kind, subjectId, rule, clause, policyVersion, startedAt, dueAt, division, ownerId });
  }

  private stop(tx: Tx, referral: Referral, kinds: readonly string[], at: Date): void {
    for (const kind of kinds) this.deadlines.finish(tx, kind, referral.id, at);
  }
}

const dayOf = (at: Date) => civilDateInShanghai(at);
