import { z } from 'zod';
import { civilDate } from '../field.js';
import { agreementId, reasonCode } from '../vocabulary.js';

export const AgreementEndedV1 = z
  .object({
    agreementId,
    endedOn: civilDate('Last day of the agreement', '终止日期'),
    reasonCode,
  })
  .meta({ description: 'A cooperation agreement ended', zh: '签约合作协议已终止' });
export type AgreementEndedV1 = z.infer<typeof AgreementEndedV1>;
