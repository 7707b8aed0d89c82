import { explained, type Explained } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import type { InstitutionSide, ReferralUrgency } from '@yiyang/standards';
import type { Direction } from './referral.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Minutes within which an answer is expected, by urgency (`referral.answerMinutes`). */
export type AnswerPolicy = Sourced<Readonly<Record<ReferralUrgency, number>>>;

/** Hours after which an unanswered request expires, by direction (`referral.expiryHours`). */
export type ExpiryPolicy = Sourced<Readonly<Record<'UP' | 'DOWN' | 'LATERAL' | 'MED_TO_CARE' | 'CARE_TO_MED', number>>>;

/** When the answer is due, and why; undefined where the region sets no limit. Source: REF-14. */
export function answerLimit(
  policy: AnswerPolicy | undefined,
  urgency: ReferralUrgency,
  from: Date,
): Explained<Date> | undefined {
  if (policy === undefined) return undefined;
  const minutes = policy.value[urgency];
  return explained(new Date(from.getTime() + minutes * MINUTE), {
    rule: 'REF-14',
    ...sourceOf(policy),
    inputs: { urgency, minutes },
  });
}

/** When an unanswered request expires; a request across the sides is a 转介 and has its own limit. Source: standards §9.4. */
export function expiryLimit(
  policy: ExpiryPolicy | undefined,
  request: {
    readonly direction: Direction;
    readonly fromSide: InstitutionSide;
    readonly toSide: InstitutionSide;
    readonly requestedAt: Date;
  },
): Date | undefined {
  if (policy === undefined) return undefined;
  const { direction, fromSide, toSide, requestedAt } = request;
  const kind = fromSide === toSide ? direction : toSide === 'CARE' ? 'MED_TO_CARE' : 'CARE_TO_MED';
  return new Date(requestedAt.getTime() + policy.value[kind] * HOUR);
}

/** Hours or days later, as policy values count. */
export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR);
}

/** Was the answer late? An answer at the very instant is in time. Source: REF-14. */
export function isLate(answerDueAt: Date | null, answeredAt: Date): boolean {
  return answerDueAt !== null && answeredAt > answerDueAt;
}
