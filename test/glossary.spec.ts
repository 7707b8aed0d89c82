import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const words = new Set(
  globSync('{apps,libs}/*/src/**/*.ts', { cwd: root, exclude: (path) => path.endsWith('spec.ts') })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .flatMap((source) => source.match(/\w+/g) ?? []),
);

const rows = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'));

/** Code terms stand in the first column; alternatives are divided by a slash. */
const terms = rows.flatMap((line) =>
  [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, term = '']) => term),
);

describe('docs/glossary.md', () => {
  it('names each term once', () => {
    expect(terms.length).toBeGreaterThan(50);
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
  });

  it('names only terms that the code uses', () => {
    expect(terms.filter((term) => !words.has(term))).toEqual([]);
  });

  it.each([
    ['医养结合机构', '医养融合机构', 'isIntegrated'],
    ['老年医学科', '老年病科', 'GERIATRICS_DEPARTMENT'],
    ['卫健委', '卫计委', 'HEALTH'],
  ])('D11 has %s and %s in one row, under one code term', (term, alias, code) => {
    const holding = rows.filter((row) => row.includes(term) || row.includes(alias));
    expect(holding).toHaveLength(1);
    for (const word of [term, alias, `\`${code}\``]) expect(holding[0]).toContain(word);
  });
});
