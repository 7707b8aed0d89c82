import { z } from 'zod';
import { instant } from '../field.js';
import { elderId, institutionId, referralId } from '../vocabulary.js';

export const ReferralReceivedV1 = z
  .object({
    referralId,
    elderId,
    institutionId,
    arrivedAt: instant('When the elder arrived', '到达时间'),
  })
  .meta({ description: 'The elder arrived', zh: '老年人已到达' });
export type ReferralReceivedV1 = z.infer<typeof ReferralReceivedV1>;
