import { z } from 'zod';
import { agreementId, careInstitutionId, division, medicalInstitutionId, validTo } from '../vocabulary.js';

export const AgreementEndingSoonV1 = z
  .object({ agreementId, careInstitutionId, medicalInstitutionId, division, validTo })
  .meta({
    description: 'The term of an agreement ends soon and nothing that continues it is signed',
    zh: '签约合作协议即将到期',
  });
export type AgreementEndingSoonV1 = z.infer<typeof AgreementEndingSoonV1>;
