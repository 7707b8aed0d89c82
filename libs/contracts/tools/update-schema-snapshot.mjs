// Adds new events and new optional fields to the snapshot of published contracts; never rewrites what was published.
// Build first: `npx tsc -b libs/contracts`, then `npx node libs/contracts/tools/update-schema-snapshot.mjs`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { incompatibilities } from '../dist/compatibility/compare-schemas.js';
import { schemaSnapshot } from '../dist/compatibility/schema-snapshot.js';

const file = new URL('../src/compatibility/schemas.json', import.meta.url);
const published = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const now = schemaSnapshot();
const faults = incompatibilities(published, now);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
writeFileSync(file, await format(JSON.stringify(now), { parser: 'json', printWidth: 120 }));
console.log(
  `${Object.keys(now).length} events, ${Object.keys(now).length - Object.keys(published).length} of them new`,
);
