import { z } from 'zod';
import { fact, instant } from '../field.js';
import { bedKind, bedUseId, division, elderId, institutionId, referralId } from '../vocabulary.js';

export const BedUseChangedV1 = z
  .object({
    bedUseId,
    institutionId,
    bedKind,
    use: fact('Use from now on', '使用状态', z.enum(['HELD', 'OCCUPIED', 'KEPT', 'RELEASED'])),
    elderId,
    referralId: referralId.optional(),
    from: instant('When this use began', '起始时间'),
    division,
  })
  .meta({ description: 'The use of a bed changed', zh: '床位使用变更' });
export type BedUseChangedV1 = z.infer<typeof BedUseChangedV1>;
