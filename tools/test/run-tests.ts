import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// Everything the project promises, in the order in which a failure is cheapest to read. `npm test -- unit types` runs only some.
const root = join(import.meta.dirname, '../..');
const jest = [
  process.execPath,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const bin = (name: string): string[] => [process.execPath, join('node_modules/.bin', name)];

const SUITES: Record<string, string[]> = {
  types: [...bin('tsc'), '-p', 'tsconfig.spec.json', '--noEmit'],
  lint: [...bin('eslint'), '.', '--max-warnings', '0'],
  format: [...bin('prettier'), '--check', '.', '--log-level', 'warn'],
  unit: [...jest, '-c', 'jest.unit.config.cjs'],
  integration: [...jest, '-c', 'jest.int.config.cjs', '--testPathIgnorePatterns', 'e2e-spec', '--maxWorkers', '2'],
  journeys: [...jest, '-c', 'jest.int.config.cjs', '--testPathPatterns', 'e2e-spec', '--runInBand'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}.\n`);
  process.exit(2);
}

const outcomes: { name: string; passed: boolean; seconds: number }[] = [];
for (const [name, [command, ...args]] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n=== ${name} ===\n`);
  const started = Date.now();
  const { status } = spawnSync(command as string, args, { cwd: root, stdio: 'inherit' });
  outcomes.push({ name, passed: status === 0, seconds: Math.round((Date.now() - started) / 1000) });
}

process.stdout.write('\n=== what was run ===\n');
for (const { name, passed, seconds } of outcomes)
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${seconds} s\n`);
const failed = outcomes.filter((outcome) => !outcome.passed).length;
process.stdout.write(`suites: ${outcomes.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
