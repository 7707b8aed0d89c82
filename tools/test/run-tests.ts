import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const report = join(mkdtempSync(join(tmpdir(), 'yiyang-tests-')), 'report.json');
const integration = [...jest, '-c', 'jest.int.config.cjs', '--json', '--outputFile', report];

const SUITES: Record<string, string[]> = {
  types: [...bin('tsc'), '-p', 'tsconfig.spec.json', '--noEmit'],
  lint: [...bin('eslint'), '.', '--max-warnings', '0'],
  format: [...bin('prettier'), '--check', '.', '--log-level', 'warn'],
  unit: [...jest, '-c', 'jest.unit.config.cjs'],
  integration: [...integration, '--testPathIgnorePatterns', 'e2e-spec', '--maxWorkers', '2'],
  journeys: [...integration, '--testPathPatterns', 'e2e-spec', '--runInBand'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}.\n`);
  process.exit(2);
}

/** Suites with processes and clocks of their own: what failed beside others is run once more alone, and said so. */
const AGAIN_ALONE = new Set(['integration', 'journeys']);

const run = (command: string[]): boolean => {
  const [program, ...args] = command;
  return spawnSync(program as string, args, { cwd: root, stdio: 'inherit' }).status === 0;
};

/** Files with a failed test in the last run; none when the run itself did not come about. */
function filesThatFailed(): string[] {
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; status: string }[];
  };
  rmSync(report);
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
}

const outcomes: { name: string; passed: boolean; again: boolean; seconds: number }[] = [];
for (const [name, command] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n=== ${name} ===\n`);
  const started = Date.now();
  let passed = run(command);
  const failedFiles = passed || !AGAIN_ALONE.has(name) ? [] : filesThatFailed();
  const again = failedFiles.length > 0;
  if (again) {
    process.stdout.write(`\n=== ${name}: what failed, once more and alone ===\n`);
    passed = run([...jest, '-c', 'jest.int.config.cjs', '--runInBand', '--runTestsByPath', ...failedFiles]);
  }
  outcomes.push({ name, passed, again, seconds: Math.round((Date.now() - started) / 1000) });
}

process.stdout.write('\n=== what was run ===\n');
for (const { name, passed, again, seconds } of outcomes)
  process.stdout.write(
    `${passed ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${seconds} s${again ? ', in part only at the second try' : ''}\n`,
  );
const failed = outcomes.filter((outcome) => !outcome.passed).length;
process.stdout.write(`suites: ${outcomes.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
