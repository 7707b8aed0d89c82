import { z } from 'zod';
import { civilDate } from '../field.js';
import { designationId, division, institutionId, schemes } from '../vocabulary.js';

export const DesignationAppliedV1 = z
  .object({
    designationId,
    institutionId,
    schemes,
    appliedOn: civilDate('Day of the application', '申请日期'),
    division,
  })
  .meta({ description: 'An institution applied for insurance designation', zh: '医保定点已申请' });
export type DesignationAppliedV1 = z.infer<typeof DesignationAppliedV1>;
