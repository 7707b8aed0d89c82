import { z } from 'zod';
import { civilDate, code, id } from '../field.js';
import { division, institutionId } from '../vocabulary.js';

export const InstitutionPenaltyRecordedV1 = z
  .object({
    institutionId,
    penaltyId: id('Record of the penalty', '失信惩戒记录标识'),
    conduct: code('What the institution did', '不良执业行为'),
    penalty: code('What follows from it', '惩戒措施'),
    decidedOn: civilDate('Day of the decision', '决定日期'),
    division,
  })
  .meta({ description: 'Bad practice of an institution was recorded, for the credit platform', zh: '不良执业记录' });
export type InstitutionPenaltyRecordedV1 = z.infer<typeof InstitutionPenaltyRecordedV1>;
