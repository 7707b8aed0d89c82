import { z } from 'zod';
import { instant, code } from '../field.js';
import { documentId, elderId, institutionId, referralId } from '../vocabulary.js';

export const RecordDocumentAddedV1 = z
  .object({
    elderId,
    documentId,
    documentType: code('Kind of document', '文书类型'),
    institutionId,
    referralId: referralId.optional(),
    addedAt: instant('When it was added', '归入时间'),
  })
  .meta({ description: 'A document was added to the record', zh: '档案文书已归入' });
export type RecordDocumentAddedV1 = z.infer<typeof RecordDocumentAddedV1>;
