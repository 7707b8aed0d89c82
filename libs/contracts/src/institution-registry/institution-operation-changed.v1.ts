import { z } from 'zod';
import { fact } from '../field.js';
import { effectiveOn, institutionId } from '../vocabulary.js';

export const InstitutionOperationChangedV1 = z
  .object({
    institutionId,
    from: fact(
      'Operation before',
      '变更前运营状态',
      z.enum(['NOT_STARTED', 'OPERATING', 'RECTIFYING', 'SUSPENDED', 'CLOSED', 'FORCED_EXIT']),
    ),
    to: fact(
      'Operation from now on',
      '变更后运营状态',
      z.enum(['NOT_STARTED', 'OPERATING', 'RECTIFYING', 'SUSPENDED', 'CLOSED', 'FORCED_EXIT']),
    ),
    effectiveOn,
  })
  .meta({ description: 'The institution started, stopped or changed its operation', zh: '机构运营状态变更' });
export type InstitutionOperationChangedV1 = z.infer<typeof InstitutionOperationChangedV1>;
