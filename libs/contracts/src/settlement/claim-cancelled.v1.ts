import { z } from 'zod';
import { instant } from '../field.js';
import { claimId, elderId, institutionId } from '../vocabulary.js';

export const ClaimCancelledV1 = z
  .object({
    claimId,
    elderId,
    institutionId,
    cancelledAt: instant('When it was cancelled', '撤销时间'),
  })
  .meta({ description: 'A claim was cancelled', zh: '结算已撤销' });
export type ClaimCancelledV1 = z.infer<typeof ClaimCancelledV1>;
