import { execFileSync, spawnSync } from 'node:child_process';
import { ensureDebianPackages } from './debian-packages.js';
import { launch } from './testing/launcher.js';

const isDebian = spawnSync('dpkg-query', ['--version']).status === 0;
if (!isDebian) process.stderr.write('Skipped: Debian packages can be tried only on Debian.\n');

(isDebian ? describe : describe.skip)('Debian packages', () => {
  it('are left alone when they are installed', () => {
    expect(() => ensureDebianPackages(['dpkg', 'coreutils'])).not.toThrow();
  });

  it('are named to a user who may not install them, only the missing ones', async () => {
    const isRoot = process.getuid?.() === 0;
    const uid = isRoot ? Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })) : undefined;
    const { told } = await launch<string>(
      `try { local.ensureDebianPackages(['dpkg', 'no-such-package']); } catch (error) { tell(error.message); }`,
      uid === undefined ? {} : { uid },
    );
    expect(told).toBe('Missing Debian packages: run apt-get install no-such-package as root.');
  });
});
