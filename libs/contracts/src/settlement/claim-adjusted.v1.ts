import { z } from 'zod';
import { fact, instant, fen, count } from '../field.js';
import { chainId, claimId, elderId, institutionId, insuredRegion, referralId, serviceRegion } from '../vocabulary.js';

export const ClaimAdjustedV1 = z
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
    previousPoolFen: fen('Paid by the pooled fund before', '调整前统筹基金支付'),
    previousDeductibleFen: fen('Deductible charged before', '调整前起付线'),
    reasonCode: fact(
      'Why it was adjusted',
      '调整原因',
      z.enum(['LINK_ARRIVED', 'LINK_CANCELLED', 'EARLIER_CLAIM_CANCELLED', 'EARLIER_CLAIM_SETTLED']),
    ),
  })
  .meta({ description: 'A settled claim was settled again with new facts', zh: '结算已调整' });
export type ClaimAdjustedV1 = z.infer<typeof ClaimAdjustedV1>;
