import { z } from 'zod';
import { fact, civilDate } from '../field.js';
import {
  division,
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
    grade: fact(
      'Hospital grade, two digits of the insurance code list (hosp_lv)',
      '医院等级',
      z.string().regex(/^\d{2}$/),
    ).optional(),
    path,
  })
  .meta({ description: 'A licence was granted', zh: '机构取得执业许可' });
export type InstitutionLicensedV1 = z.infer<typeof InstitutionLicensedV1>;
