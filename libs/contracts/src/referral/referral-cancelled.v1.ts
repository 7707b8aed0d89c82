import { z } from 'zod';
import { instant } from '../field.js';
import { elderId, reasonCode, referralId } from '../vocabulary.js';

export const ReferralCancelledV1 = z
  .object({
    referralId,
    elderId,
    reasonCode: reasonCode.optional(),
    cancelledAt: instant('When it was cancelled', '取消时间'),
  })
  .meta({ description: 'The referring side cancelled the referral', zh: '转诊已取消' });
export type ReferralCancelledV1 = z.infer<typeof ReferralCancelledV1>;
