import { z } from 'zod';
import { fact } from '../field.js';
import { allianceId, division, effectiveOn, institutionId } from '../vocabulary.js';

export const AllianceMembershipChangedV1 = z
  .object({
    allianceId,
    institutionId,
    role: fact('Lead or member', '牵头单位或成员单位', z.enum(['LEAD', 'MEMBER'])),
    state: fact('Joined or left, by its own request', '加入或退出', z.enum(['JOINED', 'LEFT'])),
    effectiveOn,
    division,
  })
  .meta({ description: 'An institution joined or left an alliance; its nature and name stay', zh: '联盟成员已变更' });
export type AllianceMembershipChangedV1 = z.infer<typeof AllianceMembershipChangedV1>;
