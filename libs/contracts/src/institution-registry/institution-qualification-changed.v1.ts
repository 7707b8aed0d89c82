import { z } from 'zod';
import { fact } from '../field.js';
import { effectiveOn, institutionId, qualificationId, reasonCode, side } from '../vocabulary.js';

export const InstitutionQualificationChangedV1 = z
  .object({
    institutionId,
    qualificationId,
    side,
    state: fact('State from now on', '资质状态', z.enum(['ACTIVE', 'SUSPENDED', 'EXPIRED', 'CANCELLED', 'REVOKED'])),
    effectiveOn,
    reasonCode: reasonCode.optional(),
  })
  .meta({ description: 'The state of a qualification changed', zh: '机构资质状态变更' });
export type InstitutionQualificationChangedV1 = z.infer<typeof InstitutionQualificationChangedV1>;
