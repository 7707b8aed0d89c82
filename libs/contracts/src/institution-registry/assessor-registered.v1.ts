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
  .meta({
    description: 'An assessor was entered in the register, or its entry has another validity (REG-54)',
    zh: '评估人员入库或变更有效期',
  });
export type AssessorRegisteredV1 = z.infer<typeof AssessorRegisteredV1>;
