import { z } from 'zod';
import { fact } from '../field.js';
import { careInstitutionId, division, liaisonFormId, medicalInstitutionId } from '../vocabulary.js';

export const LiaisonChangedV1 = z
  .object({
    liaisonFormId,
    careInstitutionId,
    medicalInstitutionId,
    status: fact('Whether the form is in use', '联系表状态', z.enum(['ACTIVE', 'ENDED'])),
    inOtherCounty: fact('The medical partner is in another county', '医疗机构在外县区', z.boolean()),
    division,
  })
  .meta({
    description: 'A liaison form was filled, changed or ended; names and phones are in the listing',
    zh: '联系表已变更',
  });
export type LiaisonChangedV1 = z.infer<typeof LiaisonChangedV1>;
