import { z } from 'zod';
import { fact, civilDate } from '../field.js';
import { institutionId } from '../vocabulary.js';

export const InstitutionIntegratedStatusChangedV1 = z
  .object({
    institutionId,
    isIntegrated: fact('Medical and care qualifications are both live', '两证齐全', z.boolean()),
    since: civilDate('First day of this status', '起始日期'),
  })
  .meta({
    description: 'The institution became, or stopped being, an integrated one (REG-01)',
    zh: '医养结合机构身份变更',
  });
export type InstitutionIntegratedStatusChangedV1 = z.infer<typeof InstitutionIntegratedStatusChangedV1>;
