import { z } from 'zod';
import { designationId, effectiveOn, institutionId, reasonCode } from '../vocabulary.js';

export const DesignationSuspendedV1 = z
  .object({
    designationId,
    institutionId,
    effectiveOn,
    reasonCode,
  })
  .meta({ description: 'The designation was suspended', zh: '医保定点已中止' });
export type DesignationSuspendedV1 = z.infer<typeof DesignationSuspendedV1>;
