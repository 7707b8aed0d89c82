import { z } from 'zod';
import { fact, instant, fen, count } from '../field.js';
import { chainId, claimId, elderId, institutionId, insuredRegion, referralId, serviceRegion } from '../vocabulary.js';

export const ClaimAdjudicatedV1 = z
  .object({
    claimId,
    elderId,
    institutionId,
    referralId: referralId.optional(),
    chainId: chainId.optional(),
    year: fact('Insurance year', '医保年度', z.int().min(1990).max(2200)),
    totalFen: fen('Total of the bill', '总费用'),
    poolFen: fen('Paid by the pooled fund', '统筹基金支付'),
    deductibleFen: fen('Deductible charged', '起付线'),
    personFen: fen('Borne by the person', '个人负担'),
    cashFen: fen('Paid in cash', '个人现金支付'),
    rejectedLines: count('Bill lines rejected', '拒付明细数'),
    policyVersion: fact('Policy version used', '政策版本', z.string().regex(/^[A-Za-z0-9._:@-]{1,64}$/)),
    serviceRegion,
    insuredRegion,
    adjudicatedAt: instant('When it was settled', '结算时间'),
  })
  .meta({ description: 'A claim was settled', zh: '费用已结算' });
export type ClaimAdjudicatedV1 = z.infer<typeof ClaimAdjudicatedV1>;
