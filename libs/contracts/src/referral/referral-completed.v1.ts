import { z } from 'zod';
import { id, civilDate, instant, code } from '../field.js';
import { chainId, elderId, institutionId, parentReferralId, referralId } from '../vocabulary.js';

export const ReferralCompletedV1 = z
  .object({
    referralId,
    chainId,
    parentReferralId: parentReferralId.optional(),
    elderId,
    institutionId,
    admittedOn: civilDate('Day of admission', '入院日期'),
    dischargedOn: civilDate('Day of discharge', '出院日期'),
    destination: code('Where the elder went', '出院去向'),
    nextReferralId: id('Referral that continues this one', '下一次转诊标识').optional(),
    completedAt: instant('When it was completed', '完成时间'),
  })
  .meta({ description: 'The stay that the referral asked for ended', zh: '转诊已完成' });
export type ReferralCompletedV1 = z.infer<typeof ReferralCompletedV1>;
