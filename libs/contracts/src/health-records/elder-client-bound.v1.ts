import { z } from 'zod';
import { clientId, elderId } from '../vocabulary.js';

export const ElderClientBoundV1 = z
  .object({
    elderId,
    clientId,
  })
  .meta({ description: 'A client may act for the elder', zh: '客户端绑定老年人' });
export type ElderClientBoundV1 = z.infer<typeof ElderClientBoundV1>;
