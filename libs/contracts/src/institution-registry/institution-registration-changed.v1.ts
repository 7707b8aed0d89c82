import { z } from 'zod';
import { effectiveOn, grade, institutionId, level, ownership, profitNature } from '../vocabulary.js';

export const InstitutionRegistrationChangedV1 = z
  .object({
    institutionId,
    level,
    grade: grade.optional(),
    ownership,
    profitNature,
    effectiveOn,
  })
  .meta({ description: 'Level, grade, ownership or profit nature of the institution changed', zh: '机构登记事项变更' });
export type InstitutionRegistrationChangedV1 = z.infer<typeof InstitutionRegistrationChangedV1>;
