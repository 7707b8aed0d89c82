import { z } from 'zod';
import { code, codes, fact, instant } from '../field.js';
import { findingId, institutionId } from '../vocabulary.js';

export const InstitutionFindingRaisedV1 = z
  .object({
    findingId,
    institutionId,
    ruleId: code('Rule that is not met', '规则编号'),
    code: code('What is not in order', '问题代码'),
    severity: fact('Severity', '严重程度', z.enum(['CRITICAL', 'MAJOR', 'MINOR', 'INFO'])),
    status: fact('Open, or something stands in for what is missing', '状态', z.enum(['OPEN', 'SUBSTITUTED'])),
    owners: codes('Departments that see to it', '责任部门'),
    raisedAt: instant('When it was found', '发现时间'),
  })
  .meta({ description: 'A rule is not met by the institution', zh: '机构合规问题已发现' });
export type InstitutionFindingRaisedV1 = z.infer<typeof InstitutionFindingRaisedV1>;
