import { z } from 'zod';
import { fact } from '../field.js';
import { clientId, division, institutionId } from '../vocabulary.js';

export const InstitutionClientBoundV1 = z
  .object({
    institutionId,
    clientId,
    role: fact('Role in which the client acts', '客户端角色', z.enum(['CARE_INST', 'MED_INST'])),
    division,
  })
  .meta({ description: 'A client may act for the institution', zh: '客户端绑定机构' });
export type InstitutionClientBoundV1 = z.infer<typeof InstitutionClientBoundV1>;
