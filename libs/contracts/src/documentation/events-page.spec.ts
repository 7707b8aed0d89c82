import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT } from '../event.js';
import { renderEventsPage } from './events-page.js';

const UPDATE = 'npx tsc -b libs/contracts && npx node libs/contracts/tools/write-events-page.mjs';

describe('docs/events.md', () => {
  it(`is what the contracts say; if not: ${UPDATE}`, () => {
    expect(readFileSync(join(__dirname, '../../../../docs/events.md'), 'utf8')).toBe(renderEventsPage());
  });

  it('lists every event once, with its constant', () => {
    for (const [name, type] of Object.entries(EVENT)) {
      expect(renderEventsPage().split(`| \`${type}\`<br>\`EVENT.${name}\` |`)).toHaveLength(2);
    }
  });
});
