import { z } from 'zod';
import { health, instant } from '../field.js';
import { elderId, institutionId, referralId, stage } from '../vocabulary.js';

export const CareStateChangedV1 = z
  .object({
    elderId,
    from: health(
      'Care state before, null for the first',
      '变更前状态',
      z.enum(['HOME_CARE', 'RESIDENT_STABLE', 'CONVALESCENT', 'INPATIENT', 'DECEASED']),
    ).nullable(),
    to: health(
      'Care state from now on',
      '变更后状态',
      z.enum(['HOME_CARE', 'RESIDENT_STABLE', 'CONVALESCENT', 'INPATIENT', 'DECEASED']),
    ),
    since: instant('When this state began', '起始时间'),
    institutionId: institutionId.optional(),
    stage: stage.optional(),
    referralId: referralId.optional(),
  })
  .meta({ description: 'The care state of an elder changed (REF-06, REF-07)', zh: '住院或休养状态变更' });
export type CareStateChangedV1 = z.infer<typeof CareStateChangedV1>;
