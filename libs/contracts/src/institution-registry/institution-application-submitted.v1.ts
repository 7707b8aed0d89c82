import { z } from 'zod';
import { applicationId, division, hostId, institutionId, kind, path, side } from '../vocabulary.js';

export const InstitutionApplicationSubmittedV1 = z
  .object({
    applicationId,
    institutionId,
    kind,
    side,
    path,
    division,
    hostId: hostId.optional(),
  })
  .meta({ description: 'An application was submitted', zh: '机构申请已提交' });
export type InstitutionApplicationSubmittedV1 = z.infer<typeof InstitutionApplicationSubmittedV1>;
