import { z } from 'zod';
import { fact, civilDate } from '../field.js';
import { designationId, institutionId } from '../vocabulary.js';

export const DesignationDeadlineMissedV1 = z
  .object({
    designationId,
    institutionId,
    clock: fact('Which clock', '超时环节', z.enum(['EVALUATION', 'AGREEMENT'])),
    dueOn: civilDate('Last day', '时限'),
  })
  .meta({ description: 'A clock of the designation ran out', zh: '医保定点办理超时' });
export type DesignationDeadlineMissedV1 = z.infer<typeof DesignationDeadlineMissedV1>;
