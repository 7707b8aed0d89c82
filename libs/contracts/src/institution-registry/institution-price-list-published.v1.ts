import { z } from 'zod';
import { count } from '../field.js';
import { institutionId, priceListId, validFrom } from '../vocabulary.js';

export const InstitutionPriceListPublishedV1 = z
  .object({
    institutionId,
    priceListId,
    number: count('Number of the list among those of the institution', '价目表序号'),
    validFrom,
  })
  .meta({ description: 'The institution published what it charges from a day on', zh: '机构公布收费项目和标准' });
export type InstitutionPriceListPublishedV1 = z.infer<typeof InstitutionPriceListPublishedV1>;
