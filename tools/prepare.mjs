// Runs on whatever Node a machine has (20 or newer): installs what is missing, then builds with the pinned Node.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (path) => join(root, path);

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const installed = at('node_modules/.package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(at('package-lock.json')).mtimeMs) {
  console.log('installing…');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
if (!existsSync(at('node_modules/.bin/node'))) {
  console.error('The pinned Node is missing: install with scripts allowed (npm ci).');
  process.exit(1);
}
run(at('node_modules/.bin/node'), [at('node_modules/.bin/tsc'), '-b']);
