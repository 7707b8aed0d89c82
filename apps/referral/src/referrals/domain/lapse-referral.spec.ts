import { aReferral, aSituation, NOW, RECEIVER, STRANGER } from '../../testing/a-referral.js';
import { ALLOWED } from './allowed.js';
import { closeForOtherHome, expireRequest, giveWayToEmergency, lapseAcceptance } from './lapse-referral.js';
import type { ReferralStatus } from './referral.js';
import { settleIn } from './settle-in.js';

const outcomes = (decide: (status: ReferralStatus) => { status: string; reasonCode: string } | undefined) =>
  (Object.keys(ALLOWED) as ReferralStatus[]).flatMap((status) => {
    const ended = decide(status);
    return ended ? [[status, ended.status, ended.reasonCode]] : [];
  });

it('expires only what nobody answered', () => {
  expect(outcomes((status) => expireRequest(aReferral({ status }), NOW))).toEqual([
    ['REQUESTED', 'EXPIRED', 'NO_ANSWER'],
  ]);
});

it('REF-05 ends an acceptance without arrival: not sent = expired, sent = no-show', () => {
  expect(outcomes((status) => lapseAcceptance(aReferral({ status }), NOW))).toEqual([
    ['ACCEPTED', 'EXPIRED', 'NOT_DISPATCHED'],
    ['IN_TRANSIT', 'CLOSED', 'NO_SHOW'],
  ]);
});

it('REF-24 lets an emergency overtake what has not set out', () => {
  expect(outcomes((status) => giveWayToEmergency(aReferral({ status }), NOW)).map(([status]) => status)).toEqual([
    'REQUESTED',
    'ACCEPTED',
  ]);
});

it('C27 closes a pending referral to another home, not one to hospital or to the home itself', () => {
  const toCare = { toSide: 'CARE', status: 'ACCEPTED' } as const;
  expect(closeForOtherHome(aReferral(toCare), STRANGER, NOW)).toMatchObject({
    status: 'CLOSED',
    reasonCode: 'ADMITTED_ELSEWHERE',
  });
  expect(closeForOtherHome(aReferral(toCare), RECEIVER, NOW)).toBeUndefined();
  expect(closeForOtherHome(aReferral({ ...toCare, toSide: 'MEDICAL' }), STRANGER, NOW)).toBeUndefined();
  expect(closeForOtherHome(aReferral({ ...toCare, status: 'IN_TRANSIT' }), STRANGER, NOW)).toBeUndefined();
});

it('REF-07 settles an inpatient in as 休养, a person from home as resident, and leaves residents as they are', () => {
  expect(settleIn(aSituation({ state: 'INPATIENT' }), true)).toBe('CONVALESCENT');
  expect(settleIn(aSituation({ state: 'INPATIENT' }), false)).toBe('RESIDENT_STABLE');
  expect(settleIn(undefined, true)).toBe('RESIDENT_STABLE');
  expect(settleIn(aSituation({ state: 'HOME_CARE' }), true)).toBe('RESIDENT_STABLE');
  expect(settleIn(aSituation({ state: 'RESIDENT_STABLE' }), true)).toBe('RESIDENT_STABLE');
  expect(settleIn(aSituation({ state: 'CONVALESCENT' }), true)).toBe('CONVALESCENT');
});
