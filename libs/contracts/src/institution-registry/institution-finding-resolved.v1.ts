import { z } from 'zod';
import { code, instant } from '../field.js';
import { findingId, institutionId, reasonCode } from '../vocabulary.js';

export const InstitutionFindingResolvedV1 = z
  .object({
    findingId,
    institutionId,
    ruleId: code('Rule that was not met', '规则编号'),
    reasonCode,
    resolvedAt: instant('When its cause had ended', '消除时间'),
  })
  .meta({ description: 'A finding about the institution resolved itself', zh: '机构合规问题已消除' });
export type InstitutionFindingResolvedV1 = z.infer<typeof InstitutionFindingResolvedV1>;
