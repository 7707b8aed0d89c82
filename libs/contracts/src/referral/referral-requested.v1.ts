import { z } from 'zod';
import { id, fact, instant, region } from '../field.js';
import {
  chainId,
  consentId,
  elderId,
  insuredRegion,
  parentReferralId,
  referralId,
  residenceRegion,
  stage,
} from '../vocabulary.js';

export const ReferralRequestedV1 = z
  .object({
    referralId,
    chainId,
    parentReferralId: parentReferralId.optional(),
    elderId,
    direction: fact('Up, down or lateral', '上转、下转或平转', z.enum(['UP', 'DOWN', 'LATERAL'])),
    fromInstitutionId: id('Institution that refers', '转出机构标识'),
    toInstitutionId: id('Institution that is asked', '转入机构标识'),
    urgency: fact('Urgency', '紧急程度', z.enum(['EMERGENCY', 'URGENT', 'ROUTINE'])),
    stage,
    consentId: consentId.optional(),
    fromRegion: region('Division of the referring institution', '转出地'),
    toRegion: region('Division of the asked institution', '转入地'),
    residenceRegion,
    insuredRegion,
    requestedAt: instant('When it was requested', '申请时间'),
  })
  .meta({ description: 'A referral was requested', zh: '转诊已申请' });
export type ReferralRequestedV1 = z.infer<typeof ReferralRequestedV1>;
