import { z } from 'zod';
import { fact } from '../field.js';
import { elderId, institutionId } from '../vocabulary.js';

export const ElderInstitutionLinkedV1 = z
  .object({
    elderId,
    institutionId,
    relation: fact('Kind of relation', '关系类型', z.enum(['REGISTERED_BY', 'RESIDENT', 'CONTRACT'])),
  })
  .meta({ description: 'An elder and an institution have a relation', zh: '老年人与机构建立关系' });
export type ElderInstitutionLinkedV1 = z.infer<typeof ElderInstitutionLinkedV1>;
