import { z } from 'zod';
import { civilDate, instant } from '../field.js';
import { elderId, grantId, institutionId, referralId } from '../vocabulary.js';

export const RecordGrantOpenedV1 = z
  .object({
    elderId,
    grantId,
    referralId,
    institutionId,
    openedAt: instant('When the grant opened', '开启时间'),
    endsOn: civilDate('Last day, once known', '截止日期').optional(),
  })
  .meta({ description: 'An institution may read the record for a referral (REF-27)', zh: '档案调阅授权已开启' });
export type RecordGrantOpenedV1 = z.infer<typeof RecordGrantOpenedV1>;
