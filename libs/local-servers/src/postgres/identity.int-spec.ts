import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { descendants, killHard, launch, survivors } from '../testing/launcher.js';
import { installedPostgres, runnablePostgres } from './binaries.js';
import { startPostgres } from './start-postgres.js';

const isRoot = process.getuid?.() === 0;
const whenRoot = isRoot ? it : it.skip;
if (!isRoot) process.stderr.write('Skipped: who PostgreSQL runs as can be tried only by root.\n');

function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

describe('who PostgreSQL runs as', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yiyang-identity-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  whenRoot('started by root, it runs as nobody', async () => {
    const server = await startPostgres({ dataDir: folder, fsync: false });
    expect(statSync(`/proc/${server.pid}`).uid).toBe(nobody().uid);
    await server.stop();
  });

  whenRoot('started by another user, it runs as that user, and root goes on as the same', async () => {
    const user = nobody();
    chownSync(folder, user.uid, user.gid);
    const { launcher, told } = await launch<{ pid: number }>(
      `const server = await local.startPostgres({ dataDir: ${JSON.stringify(folder)}, fsync: false });
       tell({ pid: server.pid });`,
      user,
    );
    expect(statSync(`/proc/${told.pid}`).uid).toBe(user.uid);
    const members = descendants(launcher.pid as number);
    await killHard(launcher);
    expect(await survivors(members)).toEqual([]);

    const server = await startPostgres({ dataDir: folder, fsync: false });
    expect(statSync(`/proc/${server.pid}`).uid).toBe(user.uid);
    await server.stop();
  });

  whenRoot('tells another user that the folder was made by root', async () => {
    mkdirSync(join(folder, 'pg18'));
    chmodSync(folder, 0o777);
    const { told } = await launch<{ message: string }>(
      `await local.startPostgres({ dataDir: ${JSON.stringify(folder)} }).catch(({ message }) => tell({ message }));`,
      nobody(),
    );
    expect(told.message).toMatch(/pg18 belongs to user 0, .* choose another data folder\.$/);
  });

  whenRoot('keeps the data in /var/lib when nobody cannot enter the folder, says so, and finds it again', async () => {
    chmodSync(folder, 0o700);
    const dataDir = join(folder, 'below', 'data');
    const said: string[] = [];
    const start = () => startPostgres({ dataDir, fsync: false, notify: (sentence) => said.push(sentence) });
    const first = await start();
    await first.stop();
    const second = await start();
    await second.stop();
    const kept = /is kept in (\/var\/lib\/yiyang-exchange\/\w+)\.$/.exec(said[0] ?? '')?.[1] ?? '';
    expect(said).toEqual([expect.stringContaining(dataDir), said[0]]);
    expect(statSync(join(kept, 'pg18.password')).mode & 0o777).toBe(0o600);
    expect(second.url.replace(/:\d+\//, '/')).toBe(first.url.replace(/:\d+\//, '/'));
    rmSync(kept, { recursive: true });
  });

  whenRoot('copies the programs to a readable place when nobody cannot read them', () => {
    chmodSync(folder, 0o700);
    const hidden = join(folder, 'native');
    cpSync(installedPostgres(), hidden, { recursive: true, verbatimSymlinks: true });
    const copy = runnablePostgres(hidden, nobody());
    expect(dirname(copy)).toBe(tmpdir());
    expect(runnablePostgres(hidden, nobody())).toBe(copy);
    expect(runnablePostgres(hidden, undefined)).toBe(hidden);
    rmSync(copy, { recursive: true });
  });
});
