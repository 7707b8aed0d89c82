import { z } from 'zod';
import { designationId, effectiveOn, institutionId, reasonCode } from '../vocabulary.js';

export const DesignationTerminatedV1 = z
  .object({
    designationId,
    institutionId,
    effectiveOn,
    reasonCode,
  })
  .meta({ description: 'The designation ended', zh: '医保定点已终止' });
export type DesignationTerminatedV1 = z.infer<typeof DesignationTerminatedV1>;
