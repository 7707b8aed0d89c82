import { z } from 'zod';
import { instant } from '../field.js';
import { findingId, institutionId } from '../vocabulary.js';

export const FindingResolvedV1 = z
  .object({
    findingId,
    institutionId,
    resolvedAt: instant('When it was resolved', '整改完成时间'),
  })
  .meta({ description: 'A finding was resolved', zh: '监管问题已整改' });
export type FindingResolvedV1 = z.infer<typeof FindingResolvedV1>;
