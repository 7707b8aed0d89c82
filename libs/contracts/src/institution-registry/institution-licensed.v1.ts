import { z } from 'zod';
import { civilDate } from '../field.js';
import {
  division,
  grade,
  hostId,
  institutionId,
  kind,
  level,
  ownership,
  path,
  profitNature,
  qualificationId,
  side,
} from '../vocabulary.js';

export const InstitutionLicensedV1 = z
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
    licensedOn: civilDate('Day of the licence', '许可日期'),
    grade: grade.optional(),
    path,
  })
  .meta({ description: 'A licence was granted', zh: '机构取得执业许可' });
export type InstitutionLicensedV1 = z.infer<typeof InstitutionLicensedV1>;
