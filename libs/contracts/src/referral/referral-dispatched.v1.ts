import { z } from 'zod';
import { instant } from '../field.js';
import { elderId, referralId } from '../vocabulary.js';

export const ReferralDispatchedV1 = z
  .object({
    referralId,
    elderId,
    departedAt: instant('When the elder left', '出发时间'),
  })
  .meta({ description: 'The elder left for the receiving institution', zh: '老年人已出发' });
export type ReferralDispatchedV1 = z.infer<typeof ReferralDispatchedV1>;
