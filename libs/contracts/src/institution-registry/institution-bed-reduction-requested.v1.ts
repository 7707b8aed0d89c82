import { z } from 'zod';
import { count } from '../field.js';
import { bedChangeId, bedKind, effectiveOn, institutionId } from '../vocabulary.js';

export const InstitutionBedReductionRequestedV1 = z
  .object({
    institutionId,
    bedChangeId,
    bedKind,
    count: count('Beds to be given out no longer', '拟减少床位数'),
    effectiveOn,
  })
  .meta({ description: 'Fewer beds of one kind are asked for: spare ones only', zh: '申请减少床位' });
export type InstitutionBedReductionRequestedV1 = z.infer<typeof InstitutionBedReductionRequestedV1>;
