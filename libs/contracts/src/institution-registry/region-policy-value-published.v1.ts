import { z } from 'zod';
import { fact, civilDate, region } from '../field.js';
import { policySetId, validFrom } from '../vocabulary.js';

export const RegionPolicyValuePublishedV1 = z
  .object({
    policySetId,
    division: region('Division the set is bound to, null for a template', '适用行政区划').nullable(),
    key: fact('Key of the parameter', '政策参数', z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/)),
    value: fact('Value; its shape depends on the key', '政策值', z.json()),
    validFrom,
    validTo: civilDate('Last day of validity, null while open', '有效期止').nullable(),
    document: fact('Source document', '来源文件', z.string().min(1).max(80)),
    clause: fact('Clause of the source document', '条款', z.string().min(1).max(40)),
    version: fact('Version of the value within its set, from 1', '版本号', z.int().min(1)),
  })
  .meta({ description: 'One value of a regional policy set was published', zh: '地区政策值已发布' });
export type RegionPolicyValuePublishedV1 = z.infer<typeof RegionPolicyValuePublishedV1>;
