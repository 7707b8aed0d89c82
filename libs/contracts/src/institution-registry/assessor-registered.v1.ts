import { z } from 'zod';
import { assessorId, division, organisationId, validFrom, validTo } from '../vocabulary.js';

export const AssessorRegisteredV1 = z
  .object({
    assessorId,
    organisationId,
    validFrom,
    validTo,
    division,
  })
  .meta({ description: 'An assessor was entered in the register (REG-54)', zh: '评估人员入库' });
export type AssessorRegisteredV1 = z.infer<typeof AssessorRegisteredV1>;
