import { z } from 'zod';
import { instant, code } from '../field.js';
import { findingId, institutionId } from '../vocabulary.js';

export const FindingRaisedV1 = z
  .object({
    findingId,
    institutionId,
    ruleId: code('Rule that was not met', '规则编号'),
    severity: code('Severity', '严重程度'),
    ownerRole: code('Department in charge', '责任部门'),
    raisedAt: instant('When it was raised', '提出时间'),
  })
  .meta({ description: 'A finding about an institution was raised', zh: '监管问题已提出' });
export type FindingRaisedV1 = z.infer<typeof FindingRaisedV1>;
