import { refusal } from '@yiyang/decisions';
import type { ReferralParty } from '@yiyang/standards';
import type { Referral, ReferralStatus } from './referral.js';

export const ACTIONS = ['accept', 'reject', 'cancel', 'dispatch', 'receive', 'admit', 'complete'] as const;
export type ReferralAction = (typeof ACTIONS)[number];

type Sides = Readonly<Record<ReferralParty, readonly ReferralAction[]>>;
const nothing = { SENDER: [], RECEIVER: [] } as const;

/** Who may do what in which status: both sides have their turn (C26). Source: requirements 8.4; standards §9.4. */
export const ALLOWED = {
  REQUESTED: { SENDER: ['cancel'], RECEIVER: ['accept', 'reject'] },
  ACCEPTED: { SENDER: ['dispatch', 'cancel'], RECEIVER: [] },
  IN_TRANSIT: { SENDER: [], RECEIVER: ['receive'] },
  RECEIVED: { SENDER: [], RECEIVER: ['admit'] },
  IN_TREATMENT: { SENDER: [], RECEIVER: ['complete'] },
  COMPLETED: nothing,
  REJECTED: nothing,
  CANCELLED: nothing,
  EXPIRED: nothing,
  CLOSED: nothing,
} as const satisfies Record<ReferralStatus, Sides>;

/** In an emergency the receiver takes the elder in without waiting for the sender's dispatch. Sources: REF-24, C26. */
export const ALSO_IN_EMERGENCY: Partial<Record<ReferralStatus, Sides>> = {
  ACCEPTED: { SENDER: [], RECEIVER: ['receive'] },
};

/** Statuses in which the elder has this referral and may have no other (C27). */
export const OPEN_STATUSES = [
  'REQUESTED',
  'ACCEPTED',
  'IN_TRANSIT',
  'RECEIVED',
  'IN_TREATMENT',
] as const satisfies readonly ReferralStatus[];

/** Sides of the referral that these institutions are; both for a transfer inside one house, none for a third party. */
export function sidesOf(referral: Referral, institutionIds: readonly string[]): ReferralParty[] {
  const sides: ReferralParty[] = [];
  if (institutionIds.includes(referral.fromInstitutionId)) sides.push('SENDER');
  if (institutionIds.includes(referral.toInstitutionId)) sides.push('RECEIVER');
  return sides;
}

/** What these institutions may do with the referral now, in the order of the story. */
export function actionsFor(referral: Referral, institutionIds: readonly string[]): ReferralAction[] {
  const allowed = sidesOf(referral, institutionIds).flatMap((side) => allowedTo(side, referral));
  return ACTIONS.filter((action) => allowed.includes(action));
}

/** Refuses an action that is not this side's, or not in this status. Source: requirements 8.4. */
export function assertAllowed(referral: Referral, action: ReferralAction, institutionIds: readonly string[]): void {
  if (actionsFor(referral, institutionIds).includes(action)) return;
  const sides = sidesOf(referral, institutionIds);
  const isTheirs = (Object.values(ALLOWED) as Sides[]).some((row) => sides.some((side) => row[side].includes(action)));
  const inputs = { status: referral.status, action, sides };
  throw isTheirs ? refusal('REFERRAL_NOT_IN_STATUS', { inputs }) : refusal('REFERRAL_OTHER_SIDE', { inputs });
}

function allowedTo(side: ReferralParty, referral: Referral): readonly ReferralAction[] {
  const also = referral.urgency === 'EMERGENCY' ? (ALSO_IN_EMERGENCY[referral.status]?.[side] ?? []) : [];
  return [...ALLOWED[referral.status][side], ...also];
}
