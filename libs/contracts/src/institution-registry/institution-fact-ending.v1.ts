import { z } from 'zod';
import { code } from '../field.js';
import { factId, institutionId, validTo } from '../vocabulary.js';

export const InstitutionFactEndingV1 = z
  .object({ institutionId, factId, factType: code('Type of the fact', '事项类型'), validTo })
  .meta({ description: 'A fact about the institution will end soon', zh: '机构事项即将到期' });
export type InstitutionFactEndingV1 = z.infer<typeof InstitutionFactEndingV1>;
