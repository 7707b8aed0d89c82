import { z } from 'zod';
import { CODE, code, fact, id } from '../field.js';
import { division, factId, institutionId, validFrom, validTo } from '../vocabulary.js';

export const InstitutionFactStatedV1 = z
  .object({
    institutionId,
    factId,
    factType: code('Type of the fact', '事项类型'),
    codes: fact('Coded content; what they mean depends on the type', '事项内容代码', z.array(CODE)),
    partnerId: id('Other institution that the fact concerns', '相关机构标识').optional(),
    validFrom,
    validTo: validTo.nullable(),
    division,
  })
  .meta({ description: 'A fact about the institution was stated: it holds from a day on', zh: '填报机构事项' });
export type InstitutionFactStatedV1 = z.infer<typeof InstitutionFactStatedV1>;
