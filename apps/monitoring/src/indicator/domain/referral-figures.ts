import { medianOf, shareOf, type Indicator } from './indicator.js';

export interface ReferralFact {
  readonly direction: string;
  readonly urgency: string;
  readonly requestedAt: Date;
  readonly acceptedAt: Date | null;
  readonly rejectedAt: Date | null;
  readonly completedAt: Date | null;
}

const MINUTE = 60_000;

/**
 * 转诊: of the referrals requested in the period, how many went up and down, which share was accepted, how long the answer
 * took (median, minutes) and which share of the accepted ones was completed. An emergency opens as accepted, so it was not
 * answered and counts neither for acceptance nor for the response. Source: standards §13 I19; requirements §8.4.
 */
export function referralFigures(referrals: readonly ReferralFact[], period: { from: Date; until: Date }): Indicator {
  const requested = referrals.filter(({ requestedAt }) => requestedAt >= period.from && requestedAt < period.until);
  const asked = requested.filter(({ urgency }) => urgency !== 'EMERGENCY');
  const accepted = asked.filter(({ acceptedAt }) => acceptedAt !== null).length;
  const taken = requested.filter(({ acceptedAt }) => acceptedAt !== null);
  const acceptanceRate = shareOf(accepted, asked.length);
  return {
    code: 'I19',
    zh: '转诊',
    numerator: accepted,
    denominator: asked.length,
    value: acceptanceRate,
    parts: {
      up: requested.filter(({ direction }) => direction === 'UP').length,
      down: requested.filter(({ direction }) => direction === 'DOWN').length,
      acceptanceRate,
      medianResponseMinutes: medianOf(asked.flatMap(responseMinutes)),
      completionRate: shareOf(taken.filter(({ completedAt }) => completedAt !== null).length, taken.length),
    },
  };
}

function responseMinutes({ requestedAt, acceptedAt, rejectedAt }: ReferralFact): number[] {
  const answeredAt = acceptedAt ?? rejectedAt;
  return answeredAt === null ? [] : [(answeredAt.getTime() - requestedAt.getTime()) / MINUTE];
}
