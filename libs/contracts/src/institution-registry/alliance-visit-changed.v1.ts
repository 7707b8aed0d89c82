import { z } from 'zod';
import { civilDate, code, fact, id } from '../field.js';
import { allianceId, division } from '../vocabulary.js';

export const AllianceVisitChangedV1 = z
  .object({
    allianceId,
    visitId: id('Planned visit', '计划服务标识'),
    kind: code('Sit-in, rounds, consultation, teaching or lecture', '坐诊、查房、会诊、教学、讲座'),
    visitorId: id('Member that visits', '派出机构标识'),
    hostId: id('Institution that is visited', '接受机构标识'),
    dueOn: civilDate('Planned day', '计划日期'),
    state: fact(
      'Planned, done in time or late, missed',
      '计划服务状态',
      z.enum(['PLANNED', 'DONE', 'DONE_LATE', 'MISSED']),
    ),
    division,
  })
  .meta({ description: 'A visit in an alliance was planned, done or missed', zh: '联盟计划服务已变更' });
export type AllianceVisitChangedV1 = z.infer<typeof AllianceVisitChangedV1>;
