// Writes src/data/holidays.json from the npm package chinese-days (MIT), which follows the State Council's yearly notices
// (国务院办公厅关于部分节假日安排的通知). Run it from the repository root when a new year is out:
//   node libs/standards/tools/vendor-holidays.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
// The package's entry is a bundle in dist/, beside the data.
const dist = dirname(require.resolve('chinese-days'));
const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8'));
const days = JSON.parse(readFileSync(join(dist, 'chinese-days.json'), 'utf8'));

const ofYear = (dates, year) =>
  Object.keys(dates)
    .filter((date) => date.startsWith(year))
    .sort()
    .map((date) => date.slice(5))
    .join(' ');

const years = {};
for (const year of new Set(
  Object.keys(days.holidays)
    .map((date) => date.slice(0, 4))
    .sort(),
)) {
  years[year] = { off: ofYear(days.holidays, year), worked: ofYear(days.workdays, year) };
}

const table = { source: `国务院办公厅 节假日安排通知, from npm chinese-days ${version}, MIT`, years };
writeFileSync(new URL('../src/data/holidays.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
console.log(`years ${Object.keys(years).join(' ')}`);
