import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPolicyTable } from './policy-page.js';

it('docs/access.md is what libs/access/tools/write-access-page.mjs writes', () => {
  expect(readFileSync(join(__dirname, '../../../docs/access.md'), 'utf8')).toBe(renderPolicyTable());
});
