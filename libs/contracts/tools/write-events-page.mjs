// Writes docs/events.md. Build first: `npx tsc -b libs/contracts`.
import { writeFileSync } from 'node:fs';
import { renderEventsPage } from '../dist/documentation/events-page.js';

writeFileSync(new URL('../../../docs/events.md', import.meta.url), renderEventsPage());
