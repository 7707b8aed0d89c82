import { z } from 'zod';
import { id, fact, instant, code, region } from '../field.js';
import { elderId, organisationId } from '../vocabulary.js';

/** One look, allowed or refused. */
const entry = z.object({
  entryId: id('Entry of the audit chain', '审计条目标识'),
  at: instant('When it happened', '访问时间'),
  role: code('Role of the reader', '访问方角色'),
  organisationId: organisationId.optional(),
  region: region('Division of the reader', '访问方地区').optional(),
  purpose: code('Purpose', '访问目的'),
  action: fact('Action of the policy table', '操作', z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/)),
  outcome: fact('Allowed or refused', '是否放行', z.enum(['ALLOWED', 'REFUSED'])),
  emergency: fact('Break-glass was used', '紧急调阅', z.boolean()),
});

export const AccessRecordedV1 = z
  .object({
    elderId,
    entries: z.array(entry).min(1).max(5),
  })
  .meta({ description: 'Somebody looked, or tried to look, at what is held about an elder', zh: '访问已留痕' });
export type AccessRecordedV1 = z.infer<typeof AccessRecordedV1>;
