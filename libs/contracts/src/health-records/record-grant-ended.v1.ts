import { z } from 'zod';
import { instant } from '../field.js';
import { elderId, grantId, institutionId, referralId } from '../vocabulary.js';

export const RecordGrantEndedV1 = z
  .object({
    elderId,
    grantId,
    referralId,
    institutionId,
    endedAt: instant('When the grant ended', '结束时间'),
  })
  .meta({ description: 'The right to read the record ended', zh: '档案调阅授权已结束' });
export type RecordGrantEndedV1 = z.infer<typeof RecordGrantEndedV1>;
