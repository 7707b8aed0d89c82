import { z } from 'zod';
import { civilDate } from '../field.js';
import { chainId, elderId, institutionId, referralId } from '../vocabulary.js';

export const ReferralAdmittedV1 = z
  .object({
    referralId,
    chainId,
    elderId,
    institutionId,
    admittedOn: civilDate('Day of admission', '入院日期'),
  })
  .meta({ description: 'The elder was admitted', zh: '老年人已入院' });
export type ReferralAdmittedV1 = z.infer<typeof ReferralAdmittedV1>;
