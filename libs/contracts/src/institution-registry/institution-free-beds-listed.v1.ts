import { z } from 'zod';
import { count, fen, instant } from '../field.js';
import { bedKind, division, institutionId } from '../vocabulary.js';

export const InstitutionFreeBedsListedV1 = z
  .object({
    institutionId,
    bedKind,
    free: count('Free beds', '空余床位数'),
    priceFen: fen('Price per day', '日床位费(分)').optional(),
    listedAt: instant('Figures known as of', '更新时间'),
    division,
  })
  .meta({ description: 'The free beds of one kind, said regularly for public lists', zh: '空余床位定期公示' });
export type InstitutionFreeBedsListedV1 = z.infer<typeof InstitutionFreeBedsListedV1>;
