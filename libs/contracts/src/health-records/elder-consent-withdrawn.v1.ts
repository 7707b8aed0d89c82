import { z } from 'zod';
import { instant } from '../field.js';
import { consentId, elderId } from '../vocabulary.js';

export const ElderConsentWithdrawnV1 = z
  .object({
    elderId,
    consentId,
    withdrawnAt: instant('When it was withdrawn', '撤回时间'),
  })
  .meta({ description: 'Consent was withdrawn', zh: '知情同意已撤回' });
export type ElderConsentWithdrawnV1 = z.infer<typeof ElderConsentWithdrawnV1>;
