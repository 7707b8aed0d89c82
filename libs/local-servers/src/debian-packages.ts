import { spawnSync } from 'node:child_process';

/**
 * Installs what is missing of these Debian packages; for CI machines.
 * @throws Error that names the missing packages when we are not root or apt-get fails
 */
export function ensureDebianPackages(names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const wanted = missing.join(' ');
  if (process.getuid?.() !== 0) throw new Error(`Missing Debian packages: run apt-get install ${wanted} as root.`);
  aptGet(wanted, ['update', '-q']);
  aptGet(wanted, ['install', '-y', '-q', '--no-install-recommends', ...missing]);
}

function isInstalled(name: string): boolean {
  const asked = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.endsWith('ok installed');
}

function aptGet(wanted: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed, so these Debian packages are missing: ${wanted}.`);
}
