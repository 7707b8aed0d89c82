import { z } from 'zod';
import { fact, civilDate } from '../field.js';
import { designationId, institutionId } from '../vocabulary.js';

export const DesignationDeadlineNearV1 = z
  .object({
    designationId,
    institutionId,
    clock: fact('Which clock', '临期环节', z.enum(['EVALUATION', 'AGREEMENT'])),
    dueOn: civilDate('Last day', '时限'),
  })
  .meta({ description: 'A clock of the designation is about to run out', zh: '医保定点办理临期' });
export type DesignationDeadlineNearV1 = z.infer<typeof DesignationDeadlineNearV1>;
