import { z } from 'zod';
import { count, fact, instant } from '../field.js';
import { bedChangeId, bedKind, division, institutionId } from '../vocabulary.js';

export const BedUseReductionAnsweredV1 = z
  .object({
    bedChangeId,
    institutionId,
    bedKind,
    outcome: fact('Whether so many beds are spare', '是否有足够富余床位', z.enum(['CONFIRMED', 'REFUSED'])),
    count: count('Beds asked for', '拟减少床位数'),
    spare: count('Beds that nobody used when it was asked', '富余床位数'),
    answeredAt: instant('When the uses were counted', '核对时间'),
    division,
  })
  .meta({ description: 'Referral answered, by its uses, whether fewer beds are possible', zh: '床位减少申请已核对' });
export type BedUseReductionAnsweredV1 = z.infer<typeof BedUseReductionAnsweredV1>;
