import { z } from 'zod';
import { fact, civilDate } from '../field.js';
import { designationId, institutionId } from '../vocabulary.js';

export const DesignationEvaluatedV1 = z
  .object({
    designationId,
    institutionId,
    result: fact('Result', '评估结果', z.enum(['PASSED', 'FAILED'])),
    evaluatedOn: civilDate('Day of the evaluation', '评估日期'),
  })
  .meta({ description: 'The designation was evaluated', zh: '医保定点已评估' });
export type DesignationEvaluatedV1 = z.infer<typeof DesignationEvaluatedV1>;
