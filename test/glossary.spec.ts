import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const words = new Set(
  globSync('{apps,libs}/*/src/**/*.ts', { cwd: root, exclude: (path) => path.endsWith('spec.ts') })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .flatMap((source) => source.match(/\w+/g) ?? []),
);

/** Code terms stand in the first column; alternatives are divided by a slash. */
const terms = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, term = '']) => term));

describe('docs/glossary.md', () => {
  it('names each term once', () => {
    expect(terms.length).toBeGreaterThan(50);
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
  });

  it('names only terms that the code uses', () => {
    expect(terms.filter((term) => !words.has(term))).toEqual([]);
  });
});
