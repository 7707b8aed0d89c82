import { refusal } from '@yiyang/decisions';
import { civilDateInShanghai, TRANSFER_PLAN_PARTS, type CivilDate, type TransferPlanPart } from '@yiyang/standards';
import { assertNotBefore, assertNotInFuture } from '../../stays/domain/stay-dates.js';
import { assertAllowed } from './allowed.js';
import type { By } from './answer-referral.js';
import type {
  AcceptedReferral,
  AdmittedReferral,
  DispatchedReferral,
  ReceivedReferral,
  Referral,
  TransferPlan,
} from './referral.js';

/** Parts that a transfer plan lacks. Source: REF-13. */
export function missingParts(plan: TransferPlan): TransferPlanPart[] {
  const has: Record<TransferPlanPart, boolean> = {
    TIME: plan.departAt !== undefined,
    TRANSPORT: plan.transport !== undefined,
    ESCORT: (plan.escort ?? '').trim() !== '',
    DOCUMENTS: (plan.documents ?? []).length > 0,
  };
  return TRANSFER_PLAN_PARTS.map(({ code }) => code).filter((part) => !has[part]);
}

const FIELD_OF_PART = { TIME: 'departAt', TRANSPORT: 'transport', ESCORT: 'escort', DOCUMENTS: 'documents' } as const;

/** The sender sends the elder on the way; where REF-13 applies, with a complete plan. Source: REF-13 (003篇十五). */
export function dispatchReferral(
  referral: Referral,
  by: By,
  travel: { readonly plan: TransferPlan; readonly needsPlan: boolean },
): DispatchedReferral {
  assertAllowed(referral, 'dispatch', by.institutionIds);
  assertWithinYear(travel.plan.departAt, by.now);
  const missing = travel.needsPlan ? missingParts(travel.plan) : [];
  if (missing.length > 0)
    throw refusal('TRANSFER_PLAN_INCOMPLETE', {
      rule: 'REF-13',
      clause: '003篇十五',
      inputs: { missing },
      fields: missing.map((part) => ({ path: `plan.${FIELD_OF_PART[part]}`, rule: 'needed before dispatch' })),
    });
  return { ...(referral as AcceptedReferral), status: 'IN_TRANSIT', departedAt: by.now };
}

/** Plans are made for soon: a departure more than a year ahead is a slip of the pen. */
function assertWithinYear(departAt: Date | undefined, now: Date): void {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + 1);
  if (departAt !== undefined && departAt > latest)
    throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'plan.departAt', rule: 'within a year' }] });
}

/** The elder has arrived; each hand-over is written in both ledgers. Sources: requirements 8.4; REF-09. */
export function receiveReferral(referral: Referral, by: By, arrivedAt: Date = by.now): ReceivedReferral {
  assertAllowed(referral, 'receive', by.institutionIds);
  const open = referral as AcceptedReferral | DispatchedReferral;
  const departedAt = open.status === 'IN_TRANSIT' ? open.departedAt : null;
  const earliest = departedAt ?? open.acceptedAt;
  if (arrivedAt > by.now) throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'arrivedAt', rule: 'now or earlier' }] });
  if (arrivedAt < earliest && open.urgency !== 'EMERGENCY')
    throw refusal('DATE_TOO_EARLY', { fields: [{ path: 'arrivedAt', rule: 'not before the departure' }] });
  return { ...open, status: 'RECEIVED', departedAt, arrivedAt };
}

/**
 * The elder becomes an inpatient, or a resident of a care institution. Papers of an emergency may be written later than
 * the admission, so only there the day may lie before the request. Sources: requirements 8.4; REF-06, REF-24.
 */
export function admitReferral(
  referral: Referral,
  by: By,
  admission: { readonly admittedOn: CivilDate; readonly today: CivilDate },
): AdmittedReferral {
  assertAllowed(referral, 'admit', by.institutionIds);
  assertNotInFuture('admittedOn', admission.admittedOn, admission.today);
  if (referral.urgency !== 'EMERGENCY')
    assertNotBefore('admittedOn', admission.admittedOn, civilDateInShanghai(referral.requestedAt));
  return { ...(referral as ReceivedReferral), status: 'IN_TREATMENT', admittedOn: admission.admittedOn };
}
