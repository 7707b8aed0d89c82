import { z } from 'zod';
import { fact, health, civilDate, code } from '../field.js';
import { assessmentId, assessorId, elderId, validTo } from '../vocabulary.js';

export const RecordAssessmentCompletedV1 = z
  .object({
    elderId,
    assessmentId,
    scale: code('Scale', '评估量表'),
    scaleVersion: fact('Version of the scale', '量表版本', z.string().regex(/^[A-Za-z0-9.-]{1,16}$/)),
    level: health('Level found, 0 = best', '评估等级', z.int().min(0).max(9)),
    assessedOn: civilDate('Day of the assessment', '评估日期'),
    validTo,
    assessorId,
  })
  .meta({ description: 'An assessment took effect', zh: '能力评估已完成' });
export type RecordAssessmentCompletedV1 = z.infer<typeof RecordAssessmentCompletedV1>;
