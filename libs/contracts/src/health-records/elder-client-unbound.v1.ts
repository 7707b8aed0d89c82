import { z } from 'zod';
import { clientId, elderId } from '../vocabulary.js';

export const ElderClientUnboundV1 = z
  .object({
    elderId,
    clientId,
  })
  .meta({ description: 'A client may no longer act for the elder', zh: '客户端解除绑定' });
export type ElderClientUnboundV1 = z.infer<typeof ElderClientUnboundV1>;
