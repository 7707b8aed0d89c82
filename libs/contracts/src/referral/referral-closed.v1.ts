import { z } from 'zod';
import { instant } from '../field.js';
import { elderId, reasonCode, referralId } from '../vocabulary.js';

export const ReferralClosedV1 = z
  .object({
    referralId,
    elderId,
    reasonCode: reasonCode.optional(),
    closedAt: instant('When it was closed', '关闭时间'),
  })
  .meta({ description: 'The referral was closed without or after a stay', zh: '转诊已关闭' });
export type ReferralClosedV1 = z.infer<typeof ReferralClosedV1>;
