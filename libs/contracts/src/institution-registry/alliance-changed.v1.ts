import { z } from 'zod';
import { code, fact, id } from '../field.js';
import { allianceId, division } from '../vocabulary.js';

export const AllianceChangedV1 = z
  .object({
    allianceId,
    allianceType: code('Kind of alliance', '联盟类型'),
    status: fact('Forming until it has charter, lead and duties', '联盟状态', z.enum(['FORMING', 'ACTIVE'])),
    leadId: id('Institution that leads it', '牵头单位标识').optional(),
    division,
  })
  .meta({ description: 'An alliance was founded, changed or activated', zh: '医养结合联盟已变更' });
export type AllianceChangedV1 = z.infer<typeof AllianceChangedV1>;
