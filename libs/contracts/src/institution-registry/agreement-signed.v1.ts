import { z } from 'zod';
import { civilDate } from '../field.js';
import {
  agreementId,
  agreementTypes,
  careInstitutionId,
  division,
  medicalInstitutionId,
  validFrom,
  validTo,
} from '../vocabulary.js';

export const AgreementSignedV1 = z
  .object({
    agreementId,
    careInstitutionId,
    medicalInstitutionId,
    types: agreementTypes,
    validFrom,
    validTo,
    division,
    signedOn: civilDate('Day of the second signature', '签订日期'),
  })
  .meta({ description: 'Both sides signed: the agreement is live between its dates', zh: '签约合作协议已签订' });
export type AgreementSignedV1 = z.infer<typeof AgreementSignedV1>;
