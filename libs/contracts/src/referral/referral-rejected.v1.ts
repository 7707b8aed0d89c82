import { z } from 'zod';
import { instant } from '../field.js';
import { elderId, reasonCode, referralId } from '../vocabulary.js';

export const ReferralRejectedV1 = z
  .object({
    referralId,
    elderId,
    reasonCode,
    rejectedAt: instant('When it was rejected', '拒绝时间'),
  })
  .meta({ description: 'The asked institution rejected the referral', zh: '转诊已拒绝' });
export type ReferralRejectedV1 = z.infer<typeof ReferralRejectedV1>;
