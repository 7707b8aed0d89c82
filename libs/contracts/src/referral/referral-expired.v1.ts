import { z } from 'zod';
import { instant } from '../field.js';
import { elderId, reasonCode, referralId } from '../vocabulary.js';

export const ReferralExpiredV1 = z
  .object({
    referralId,
    elderId,
    reasonCode: reasonCode.optional(),
    expiredAt: instant('When it expired', '过期时间'),
  })
  .meta({ description: 'Nobody answered the referral in time', zh: '转诊已过期' });
export type ReferralExpiredV1 = z.infer<typeof ReferralExpiredV1>;
