import { z } from 'zod';
import { civilDate } from '../field.js';
import { designationId, institutionId } from '../vocabulary.js';

export const DesignationAcceptedV1 = z
  .object({
    designationId,
    institutionId,
    acceptedOn: civilDate('Day it was taken up', '受理日期'),
    evaluationDueOn: civilDate('Last day for the evaluation', '评估时限').nullable(),
    agreementDueOn: civilDate('Last day for the agreement', '签订协议时限').nullable(),
  })
  .meta({ description: 'The application was taken up; its clocks run', zh: '医保定点申请已受理' });
export type DesignationAcceptedV1 = z.infer<typeof DesignationAcceptedV1>;
