import { z } from 'zod';
import { id, fact, instant } from '../field.js';
import { institutionId, referralId } from '../vocabulary.js';

export const LedgerEntryAppendedV1 = z
  .object({
    entryId: id('Ledger entry', '台账条目标识'),
    institutionId,
    counterpartId: id('Institution on the other side', '对方机构标识'),
    referralId,
    direction: fact('Elder came in or went out', '转入或转出', z.enum(['IN', 'OUT'])),
    handedOverAt: instant('When the elder was handed over', '交接时间'),
  })
  .meta({ description: 'A handover was written in one side’s liaison ledger (REF-09)', zh: '对接服务联系台账新增' });
export type LedgerEntryAppendedV1 = z.infer<typeof LedgerEntryAppendedV1>;
