import { z } from 'zod';
import { civilDate, fact, id } from '../field.js';
import { applicationId, institutionId } from '../vocabulary.js';

export const InstitutionApplicationChangedV1 = z
  .object({
    applicationId,
    institutionId,
    status: fact(
      'Status from now on',
      '申请状态',
      z.enum([
        'SUBMITTED',
        'SUPPLEMENT',
        'SCOPE_CHANGE_PENDING',
        'ACCEPTED',
        'FILED',
        'LICENSED',
        'REFUSED',
        'WITHDRAWN',
      ]),
    ),
    clock: fact(
      'The time limit comes near or has passed',
      '办理时限临近或逾期',
      z.enum(['NEAR', 'OVERDUE']),
    ).optional(),
    dueOn: civilDate('Last day in time', '办理截止日期').optional(),
    channel: fact('Portal the application came by', '受理渠道', z.string().regex(/^[A-Z][A-Z0-9_]{0,47}$/)).optional(),
    externalCaseId: id('Case in that portal', '外部办件标识', z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)).optional(),
  })
  .meta({ description: 'An application moved on, or its time limit comes near or has passed', zh: '机构申请状态变更' });
export type InstitutionApplicationChangedV1 = z.infer<typeof InstitutionApplicationChangedV1>;
