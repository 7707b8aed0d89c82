import { ended } from './answer-referral.js';
import type { EndedReferral, Referral } from './referral.js';

/** What becomes of a request that nobody answered until its limit; undefined when it was answered. Source: standards §9.4. */
export function expireRequest(referral: Referral, now: Date): EndedReferral | undefined {
  return referral.status === 'REQUESTED' ? ended(referral, 'EXPIRED', 'NO_ANSWER', now) : undefined;
}

/**
 * What becomes of an accepted referral when its validity ends before the elder arrives: not sent = expired, sent = closed
 * as a no-show. The bed is released in both cases. Sources: standards §9.4; REF-05.
 */
export function lapseAcceptance(referral: Referral, now: Date): EndedReferral | undefined {
  if (referral.status === 'ACCEPTED') return ended(referral, 'EXPIRED', 'NOT_DISPATCHED', now);
  if (referral.status === 'IN_TRANSIT') return ended(referral, 'CLOSED', 'NO_SHOW', now);
  return undefined;
}

/** A request that an emergency overtakes, before the elder is on the way; undefined when it is too late. Sources: REF-24, C27. */
export function giveWayToEmergency(referral: Referral, now: Date): EndedReferral | undefined {
  const pending = referral.status === 'REQUESTED' || referral.status === 'ACCEPTED';
  return pending ? ended(referral, 'CLOSED', 'CONDITION_CHANGED', now) : undefined;
}

/** A referral to a care institution that is void because another one has taken the elder in; undefined otherwise. Source: C27. */
export function closeForOtherHome(referral: Referral, homeId: string, now: Date): EndedReferral | undefined {
  const pending = referral.status === 'REQUESTED' || referral.status === 'ACCEPTED';
  const isElsewhere = referral.toSide === 'CARE' && referral.toInstitutionId !== homeId;
  return pending && isElsewhere ? ended(referral, 'CLOSED', 'ADMITTED_ELSEWHERE', now) : undefined;
}
