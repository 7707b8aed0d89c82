import { z } from 'zod';
import { count } from '../field.js';
import { bedChangeId, bedKind, effectiveOn, institutionId } from '../vocabulary.js';

export const InstitutionBedInventoryChangedV1 = z
  .object({
    institutionId,
    bedKind,
    approved: count('Beds approved', '核定床位数'),
    operating: count('Beds in operation', '开放床位数'),
    blocked: count('Operating beds out of use', '停用床位数'),
    reserved: count('Operating beds kept for the extremely poor', '特困兜底床位数').optional(),
    effectiveOn,
    bedChangeId: bedChangeId.optional(),
  })
  .meta({ description: 'The number of beds of one kind changed', zh: '床位数变更' });
export type InstitutionBedInventoryChangedV1 = z.infer<typeof InstitutionBedInventoryChangedV1>;
