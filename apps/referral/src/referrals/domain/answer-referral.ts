import { refusal } from '@yiyang/decisions';
import { isReasonFor } from '@yiyang/standards';
import { assertAllowed } from './allowed.js';
import type { AcceptedReferral, EndedReferral, Referral, RequestedReferral } from './referral.js';

/** Who acts, and when. */
export interface By {
  /** Institutions the caller acts for: its own and its units. */
  readonly institutionIds: readonly string[];
  readonly now: Date;
}

/**
 * The receiver takes the elder. Whether a bed had to be found is REF-05's question, answered before: `bedUseId` is the
 * reserved bed, or null where none was needed. Sources: requirements 8.4; REF-05.
 */
export function acceptReferral(referral: Referral, by: By, bedUseId: string | null): AcceptedReferral {
  assertAllowed(referral, 'accept', by.institutionIds);
  return accepted(referral as RequestedReferral, by.now, bedUseId);
}

/** An emergency is accepted by being requested: first aid does not wait for an answer. Source: REF-24. */
export function acceptEmergency(referral: RequestedReferral, now: Date, bedUseId: string | null): AcceptedReferral {
  return accepted(referral, now, bedUseId);
}

function accepted(referral: RequestedReferral, now: Date, bedUseId: string | null): AcceptedReferral {
  return { ...referral, status: 'ACCEPTED', acceptedAt: now, bedUseId };
}

/** The receiver does not take the elder and says why. Source: standards §9.2 (C31). */
export function rejectReferral(referral: Referral, by: By, reasonCode: string): EndedReferral {
  assertAllowed(referral, 'reject', by.institutionIds);
  assertReason(referral, 'REJECT', 'RECEIVER', reasonCode);
  return ended(referral, 'REJECTED', reasonCode, by.now);
}

/** The sender takes the request back, until the elder is on the way. Source: standards §9.4. */
export function cancelReferral(referral: Referral, by: By, reasonCode: string): EndedReferral {
  assertAllowed(referral, 'cancel', by.institutionIds);
  assertReason(referral, 'CANCEL', 'SENDER', reasonCode);
  return ended(referral, 'CANCELLED', reasonCode, by.now);
}

/** A referral that ends without a stay. */
export function ended(
  referral: Referral,
  status: EndedReferral['status'],
  reasonCode: string,
  at: Date,
): EndedReferral {
  return { ...referral, status, reasonCode, endedAt: at };
}

function assertReason(referral: Referral, act: 'REJECT' | 'CANCEL', by: 'SENDER' | 'RECEIVER', code: string): void {
  if (isReasonFor(act, code, { by, direction: referral.direction })) return;
  throw refusal('REASON_DOES_NOT_FIT', {
    inputs: { act, by, direction: referral.direction },
    fields: [{ path: 'reasonCode', rule: 'a reason for this act and direction' }],
  });
}
