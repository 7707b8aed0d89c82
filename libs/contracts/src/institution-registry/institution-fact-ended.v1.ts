import { z } from 'zod';
import { civilDate, code } from '../field.js';
import { factId, institutionId } from '../vocabulary.js';

export const InstitutionFactEndedV1 = z
  .object({
    institutionId,
    factId,
    factType: code('Type of the fact', '事项类型'),
    endedOn: civilDate('Last day on which it holds; before its first day when it never held', '最后有效日'),
  })
  .meta({ description: 'A fact about the institution ends, or was stated by mistake', zh: '机构事项终止' });
export type InstitutionFactEndedV1 = z.infer<typeof InstitutionFactEndedV1>;
