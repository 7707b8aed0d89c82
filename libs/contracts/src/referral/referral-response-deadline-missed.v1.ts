import { z } from 'zod';
import { instant } from '../field.js';
import { referralId } from '../vocabulary.js';

export const ReferralResponseDeadlineMissedV1 = z
  .object({
    referralId,
    dueAt: instant('When the answer was due', '应答时限'),
    missedAt: instant('When the miss was noticed', '超时记录时间'),
  })
  .meta({ description: 'The asked institution did not answer in time', zh: '转诊响应超时' });
export type ReferralResponseDeadlineMissedV1 = z.infer<typeof ReferralResponseDeadlineMissedV1>;
