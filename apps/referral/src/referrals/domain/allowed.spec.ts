import fc from 'fast-check';
import { aReferral, codeOf, NOW, RECEIVER, SENDER, STRANGER } from '../../testing/a-referral.js';
import {
  ACTIONS,
  ALLOWED,
  actionsFor,
  ALSO_IN_EMERGENCY,
  OPEN_STATUSES,
  sidesOf,
  type ReferralAction,
} from './allowed.js';
import { acceptReferral, cancelReferral, rejectReferral, type By } from './answer-referral.js';
import { completeReferral } from './complete-referral.js';
import type { Referral, ReferralStatus } from './referral.js';
import { admitReferral, dispatchReferral, receiveReferral } from './transfer-elder.js';

const today = '2024-03-02';
const summary = {
  id: 'd',
  elderId: aReferral().elderId,
  documentType: 'DISCHARGE_SUMMARY',
  institutionId: RECEIVER,
  referralId: null,
};

/** Every decision with a body that leaves nothing to be wished for, so that only status and side can refuse. */
const DECISIONS: Record<ReferralAction, (referral: Referral, by: By) => Referral> = {
  accept: (referral, by) => acceptReferral(referral, by, null),
  reject: (referral, by) => rejectReferral(referral, by, 'NO_CAPABILITY'),
  cancel: (referral, by) => cancelReferral(referral, by, 'FORM_ERROR'),
  dispatch: (referral, by) => dispatchReferral(referral, by, { plan: {}, needsPlan: false }),
  receive: (referral, by) => receiveReferral(referral, by),
  admit: (referral, by) => admitReferral(referral, by, { admittedOn: today, today }),
  complete: (referral, by) =>
    completeReferral(
      referral,
      by,
      { dischargedOn: today, destination: 'HOME', stage: 'STABLE', dischargeStandard: 'CURED' },
      {
        today,
        summary,
        summaryFrom: [RECEIVER],
        hasCareBed: false,
        nextReferralId: null,
        needsConvalescentStage: true,
      },
    ),
};

const STATUSES = Object.keys(ALLOWED) as ReferralStatus[];
const URGENCIES = ['EMERGENCY', 'URGENT', 'ROUTINE'] as const;
const PARTIES = { sender: [SENDER], receiver: [RECEIVER], both: [SENDER, RECEIVER], stranger: [STRANGER], nobody: [] };

describe.each(STATUSES)('in status %s', (status) => {
  it.each(ACTIONS)('%s succeeds exactly for the side that the table names', (action) => {
    for (const urgency of URGENCIES)
      for (const institutionIds of Object.values(PARTIES)) {
        const referral = aReferral({ status, urgency });
        const succeeds = codeOf(() => DECISIONS[action](referral, { institutionIds, now: NOW })) === undefined;
        expect(succeeds).toBe(actionsFor(referral, institutionIds).includes(action));
        const also = urgency === 'EMERGENCY' ? ALSO_IN_EMERGENCY[status] : undefined;
        const named = sidesOf(referral, institutionIds).some((side) =>
          [...ALLOWED[status][side], ...(also?.[side] ?? [])].includes(action),
        );
        expect(succeeds).toBe(named);
      }
  });
});

it('C22 keeps terminal statuses terminal: nobody can do anything', () => {
  const terminal = STATUSES.filter((status) => !(OPEN_STATUSES as readonly string[]).includes(status));
  expect(terminal).toEqual(['COMPLETED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'CLOSED']);
  for (const status of terminal)
    expect(actionsFor(aReferral({ status, urgency: 'EMERGENCY' }), [SENDER, RECEIVER])).toEqual([]);
});

it('C26 does not let the receiver fetch a person whom the sender has not sent', () => {
  const receiver = { institutionIds: [RECEIVER], now: NOW };
  const routine = aReferral({ status: 'ACCEPTED', urgency: 'ROUTINE' });
  expect(codeOf(() => receiveReferral(routine, receiver))).toBe('REFERRAL_NOT_IN_STATUS');
});

it('C26 lets the receiver take in an emergency at once', () => {
  const emergency = aReferral({ status: 'ACCEPTED', urgency: 'EMERGENCY' });
  const received = receiveReferral(emergency, { institutionIds: [RECEIVER], now: NOW });
  expect(received).toMatchObject({ status: 'RECEIVED', departedAt: null, arrivedAt: NOW });
});

it('tells the other side from the wrong status', () => {
  const sender = { institutionIds: [SENDER], now: NOW };
  expect(codeOf(() => DECISIONS.accept(aReferral(), sender))).toBe('REFERRAL_OTHER_SIDE');
  expect(codeOf(() => DECISIONS.dispatch(aReferral(), sender))).toBe('REFERRAL_NOT_IN_STATUS');
});

it('C23 whatever is listed as possible succeeds, and nothing else, along every path', () => {
  const step = fc.record({ action: fc.constantFrom(...ACTIONS), party: fc.constantFrom(...Object.values(PARTIES)) });
  fc.assert(
    fc.property(fc.constantFrom(...URGENCIES), fc.array(step, { maxLength: 12 }), (urgency, steps) => {
      let referral = aReferral({ urgency });
      for (const { action, party } of steps) {
        const listed = actionsFor(referral, party).includes(action);
        const before = referral;
        const refused = codeOf(() => (referral = DECISIONS[action](before, { institutionIds: party, now: NOW })));
        expect(refused === undefined).toBe(listed);
        if (refused !== undefined) expect(referral).toBe(before);
      }
    }),
  );
});
