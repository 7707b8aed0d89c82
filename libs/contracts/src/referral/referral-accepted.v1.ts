import { z } from 'zod';
import { id, instant } from '../field.js';
import { bedUseId, elderId, referralId } from '../vocabulary.js';

export const ReferralAcceptedV1 = z
  .object({
    referralId,
    elderId,
    fromInstitutionId: id('Institution that refers', '转出机构标识'),
    toInstitutionId: id('Institution that is asked', '转入机构标识'),
    bedUseId: bedUseId.optional(),
    acceptedAt: instant('When it was accepted', '接受时间'),
  })
  .meta({ description: 'The asked institution accepted the referral', zh: '转诊已接受' });
export type ReferralAcceptedV1 = z.infer<typeof ReferralAcceptedV1>;
