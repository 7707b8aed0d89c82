// Writes docs/access.md from the policy table. Needs a built library: `npx tsc -b libs/access`.
import { writeFileSync } from 'node:fs';
import access from '@yiyang/access';

writeFileSync(new URL('../../../docs/access.md', import.meta.url), access.renderPolicyTable());
