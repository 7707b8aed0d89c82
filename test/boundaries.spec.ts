import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

interface Violation {
  rule: { name: string };
  from: string;
}

/** Rules that dependency-cruiser reports for the given folders, by file. */
function violationsIn(...folders: string[]): Violation[] {
  const cli = realpathSync(join(root, 'node_modules/.bin/depcruise'));
  const args = [cli, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
  try {
    return parse(execFileSync(process.execPath, args, { cwd: root, maxBuffer: 64 << 20 }));
  } catch (error) {
    // The tool exits with the number of violations.
    return parse((error as { stdout: Buffer }).stdout);
  }
}

const parse = (output: Buffer): Violation[] =>
  (JSON.parse(output.toString()) as { summary: { violations: Violation[] } }).summary.violations;

describe('import boundaries', () => {
  const reported = violationsIn('test/boundary-violations').map(
    (violation) => `${violation.rule.name} ${violation.from.split('/').at(-1)}`,
  );

  it.each([
    'apps-never-import-apps app-imports-app.ts',
    'libs-never-import-apps lib-imports-app.ts',
    'domain-is-pure domain-imports-nest.ts',
    'domain-takes-only-types-from-contracts domain-imports-contract-values.ts',
    'no-cycles cycle-a.ts',
    'testing-is-for-tests app-imports-testing.ts',
  ])('reports the deliberate violation: %s', (expected) => {
    expect(reported).toContain(expected);
  });

  it('finds none in our own code', () => {
    expect(violationsIn('apps', 'libs')).toEqual([]);
  });
});
