import { z } from 'zod';
import { clientId, institutionId } from '../vocabulary.js';

export const InstitutionClientUnboundV1 = z
  .object({
    institutionId,
    clientId,
  })
  .meta({ description: 'A client may no longer act for the institution', zh: '客户端解除绑定' });
export type InstitutionClientUnboundV1 = z.infer<typeof InstitutionClientUnboundV1>;
