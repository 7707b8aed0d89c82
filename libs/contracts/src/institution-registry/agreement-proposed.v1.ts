import { z } from 'zod';
import {
  agreementId,
  agreementTypes,
  careInstitutionId,
  division,
  medicalInstitutionId,
  validFrom,
  validTo,
} from '../vocabulary.js';

export const AgreementProposedV1 = z
  .object({
    agreementId,
    careInstitutionId,
    medicalInstitutionId,
    types: agreementTypes,
    validFrom,
    validTo,
    division,
  })
  .meta({ description: 'A cooperation agreement was proposed to the other side', zh: '签约合作协议已提出' });
export type AgreementProposedV1 = z.infer<typeof AgreementProposedV1>;
