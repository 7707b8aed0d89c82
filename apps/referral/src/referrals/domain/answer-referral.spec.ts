import { CANCEL_REASONS, codesOf, REJECT_REASONS } from '@yiyang/standards';
import { aReferral, codeOf, NOW, RECEIVER, SENDER } from '../../testing/a-referral.js';
import { acceptEmergency, acceptReferral, cancelReferral, rejectReferral } from './answer-referral.js';
import type { RequestedReferral } from './referral.js';

const sender = { institutionIds: [SENDER], now: NOW };
const receiver = { institutionIds: [RECEIVER], now: NOW };

it('REF-05 carries the reserved bed', () => {
  expect(acceptReferral(aReferral(), receiver, 'bed')).toMatchObject({
    status: 'ACCEPTED',
    acceptedAt: NOW,
    bedUseId: 'bed',
  });
});

it('REF-24 accepts an emergency without anybody’s answer and without a bed', () => {
  const emergency = aReferral({ urgency: 'EMERGENCY' }) as RequestedReferral;
  expect(acceptEmergency(emergency, NOW, null)).toMatchObject({ status: 'ACCEPTED', bedUseId: null });
});

it.each(codesOf(REJECT_REASONS))('C31 takes the reject reason %s where it makes sense', (reason) => {
  const fitting = reason === 'NOT_SUITABLE_FOR_DOWNWARD' ? 'DOWN' : 'UP';
  const rejected = rejectReferral(aReferral({ direction: fitting }), receiver, reason);
  expect(rejected).toMatchObject({ status: 'REJECTED', reasonCode: reason, endedAt: NOW });
});

it('C31 refuses a reason of another act, another direction, or none', () => {
  expect(codeOf(() => rejectReferral(aReferral(), receiver, 'NOT_SUITABLE_FOR_DOWNWARD'))).toBe('REASON_DOES_NOT_FIT');
  expect(codeOf(() => rejectReferral(aReferral(), receiver, 'FORM_ERROR'))).toBe('REASON_DOES_NOT_FIT');
  expect(codeOf(() => cancelReferral(aReferral(), sender, 'BED_FULL'))).toBe('REASON_DOES_NOT_FIT');
});

it.each(codesOf(CANCEL_REASONS))('C31 takes the cancel reason %s', (reason) => {
  expect(cancelReferral(aReferral({ status: 'ACCEPTED' }), sender, reason)).toMatchObject({
    status: 'CANCELLED',
    reasonCode: reason,
  });
});
