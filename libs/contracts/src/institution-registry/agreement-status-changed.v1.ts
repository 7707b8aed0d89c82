import { z } from 'zod';
import { fact } from '../field.js';
import {
  agreementId,
  careInstitutionId,
  division,
  effectiveOn,
  medicalInstitutionId,
  reasonCode,
} from '../vocabulary.js';

export const AgreementStatusChangedV1 = z
  .object({
    agreementId,
    careInstitutionId,
    medicalInstitutionId,
    division,
    status: fact('Whether it is in force from then on', '协议状态', z.enum(['ACTIVE', 'SUSPENDED'])),
    effectiveOn,
    reasonCode: reasonCode.optional(),
  })
  .meta({
    description:
      'A signed agreement came into force, was suspended, or is in force again; its end is `agreement.ended`',
    zh: '签约合作协议生效、中止或恢复',
  });
export type AgreementStatusChangedV1 = z.infer<typeof AgreementStatusChangedV1>;
