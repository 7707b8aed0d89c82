import { z } from 'zod';
import { count } from '../field.js';
import { bedKind, effectiveOn, institutionId } from '../vocabulary.js';

export const InstitutionBedInventoryChangedV1 = z
  .object({
    institutionId,
    bedKind,
    approved: count('Beds approved', '核定床位数'),
    operating: count('Beds in operation', '开放床位数'),
    blocked: count('Operating beds out of use', '停用床位数'),
    effectiveOn,
  })
  .meta({ description: 'The number of beds of one kind changed', zh: '床位数变更' });
export type InstitutionBedInventoryChangedV1 = z.infer<typeof InstitutionBedInventoryChangedV1>;
