import { z } from 'zod';
import { civilDate } from '../field.js';
import { designationId, institutionId } from '../vocabulary.js';

export const DesignationAgreementSignedV1 = z
  .object({
    designationId,
    institutionId,
    signedOn: civilDate('Day of signature', '签订日期'),
  })
  .meta({ description: 'The designation agreement was signed', zh: '定点协议已签订' });
export type DesignationAgreementSignedV1 = z.infer<typeof DesignationAgreementSignedV1>;
