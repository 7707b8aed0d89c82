import { z } from 'zod';
import { fact, codes, CODE } from '../field.js';
import { consentId, elderId, validFrom, validTo } from '../vocabulary.js';

export const ElderConsentGivenV1 = z
  .object({
    elderId,
    consentId,
    giverKind: fact('Who gave it', '同意人类别', z.enum(['ELDER', 'GUARDIAN'])),
    recipients: fact('Roles or institutions that may receive', '接收方', z.array(z.union([z.uuid(), CODE])).min(1)),
    purposes: codes('Purposes', '使用目的'),
    dataClasses: codes('Classes of data', '数据类别'),
    consentVersion: fact('Version of the consent, from 1', '同意书版本', z.int().min(1)),
    validFrom,
    validTo: validTo.optional(),
  })
  .meta({ description: 'Consent was given', zh: '知情同意已签署' });
export type ElderConsentGivenV1 = z.infer<typeof ElderConsentGivenV1>;
