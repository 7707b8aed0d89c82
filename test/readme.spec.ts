import { dirname, join } from 'node:path';
import { exists, text } from './deployment-files.js';

const CONFIGS = ['libs/service/src/config.ts', 'apps/gateway/src/config.ts'];
/** Names of environment variables that the processes read. */
const variables = new Set(
  CONFIGS.flatMap((file) => [...text(file).matchAll(/'([A-Z][A-Z_]+)'|\b(KAFKA_[A-Z]+)\b/g)])
    .map(([, quoted, kafka]) => quoted ?? kafka ?? '')
    .filter((name) => name.length > 3),
);

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const page = text(file);

  it('is at most 150 lines', () => {
    expect(page.split('\n').length - 1).toBeLessThanOrEqual(150);
  });

  it('names every variable that the processes read', () => {
    expect(variables.size).toBeGreaterThan(15);
    expect([...variables].filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
  });

  it('links to what exists', () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !exists(join(dirname(file), target)))).toEqual([]);
  });
});
