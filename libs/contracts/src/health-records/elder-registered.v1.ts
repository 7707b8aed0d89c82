import { z } from 'zod';
import { fact } from '../field.js';
import { elderId, insuredRegion, residenceRegion } from '../vocabulary.js';

export const ElderRegisteredV1 = z
  .object({
    elderId,
    birthYear: fact('Year of birth', '出生年份', z.int().min(1850).max(2200)),
    residenceRegion,
    insuredRegion,
    scheme: fact('Insurance scheme', '医保险种', z.enum(['EMPLOYEE', 'RESIDENT'])),
    personType: fact('Kind of insured person', '参保人员类别', z.enum(['EMPLOYEE', 'RETIREE', 'RESIDENT'])),
  })
  .meta({ description: 'An elder was registered in the master index', zh: '老年人已建档' });
export type ElderRegisteredV1 = z.infer<typeof ElderRegisteredV1>;
