import { z } from 'zod';
import { civilDate } from '../field.js';
import {
  division,
  hostId,
  institutionId,
  kind,
  level,
  ownership,
  profitNature,
  qualificationId,
  side,
} from '../vocabulary.js';

export const InstitutionFiledV1 = z
  .object({
    institutionId,
    qualificationId,
    kind,
    side,
    level: level.optional(),
    ownership,
    profitNature,
    hostId: hostId.optional(),
    division,
    filedOn: civilDate('Day of the filing', '备案日期'),
  })
  .meta({ description: 'A filing was accepted: the institution may offer this service', zh: '机构备案完成' });
export type InstitutionFiledV1 = z.infer<typeof InstitutionFiledV1>;
