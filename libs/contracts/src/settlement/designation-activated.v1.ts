import { z } from 'zod';
import { civilDate } from '../field.js';
import { designationId, institutionId, schemes } from '../vocabulary.js';

export const DesignationActivatedV1 = z
  .object({
    designationId,
    institutionId,
    schemes,
    activatedOn: civilDate('First day of claims', '开通日期'),
  })
  .meta({ description: 'The insurance system was opened: claims are possible', zh: '医保信息系统已开通' });
export type DesignationActivatedV1 = z.infer<typeof DesignationActivatedV1>;
