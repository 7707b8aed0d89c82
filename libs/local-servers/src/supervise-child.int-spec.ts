import { once } from 'node:events';
import { superviseChild } from './supervise-child.js';
import { descendants, launch, survivors } from './testing/launcher.js';

const STAY = ['-c', 'while :; do sleep 1; done'];
const IGNORE_SIGTERM = ['-c', "trap '' TERM; echo ready; while :; do sleep 1; done"];

describe('a supervised child', () => {
  // The servers of the test run are children of this process too.
  const others = descendants(process.pid);
  const ours = (): number[] => descendants(process.pid).filter((pid) => !others.includes(pid));

  it('ends with its own exit code and leaves nothing behind', async () => {
    const child = superviseChild('sh', ['-c', 'sleep 0.3; exit 7']);
    const members = ours();
    expect(members.length).toBeGreaterThan(1);
    expect(await child.exited).toBe(7);
    expect(await survivors(members)).toEqual([]);
  });

  it('gets its arguments, environment and folder unchanged and its output can be read', async () => {
    const child = superviseChild('sh', ['-c', 'echo "$1|$WORD|$PWD"', 'sh', "it's  $HOME"], {
      env: { PATH: process.env['PATH'], WORD: 'two words' },
      cwd: '/',
      stdout: 'pipe',
    });
    const output = (await child.stdout?.toArray()) ?? [];
    expect(Buffer.concat(output as Buffer[]).toString()).toBe("it's  $HOME|two words|/\n");
  });

  it('says 127 for an unknown command and throws for an unknown folder', async () => {
    expect(await superviseChild('no-such-command', []).exited).toBe(127);
    expect(() => superviseChild('sh', [], { cwd: '/no/such/folder' })).toThrow('/no/such/folder');
  });

  it('stops on the signal it asks for', async () => {
    const child = superviseChild('sh', ['-c', "trap 'exit 5' INT; echo ready; while :; do sleep 0.1; done"], {
      stdout: 'pipe',
      stopSignal: 'SIGINT',
    });
    if (child.stdout) await once(child.stdout, 'data');
    expect(await child.stop()).toBe(5);
  });

  it('is killed with its group when it does not stop within the grace', async () => {
    const child = superviseChild('sh', IGNORE_SIGTERM, { stdout: 'pipe' });
    if (child.stdout) await once(child.stdout, 'data');
    const members = ours();
    expect(await child.stop(300)).toBe(128 + 9);
    expect(await survivors(members)).toEqual([]);
  });

  it('may be stopped and killed after its end', async () => {
    const child = superviseChild('true', []);
    await child.exited;
    child.kill();
    expect(await child.stop()).toBe(0);
  });
});

describe('when the launcher ends', () => {
  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('by %s, its children are gone within 5 s', async (signal) => {
    const { launcher } = await launch<number[]>(`
      const stay = local.superviseChild('sh', ${JSON.stringify(STAY)});
      const stubborn = local.superviseChild('sh', ${JSON.stringify(IGNORE_SIGTERM)}, { stdout: 'pipe' });
      stubborn.stdout.once('data', () => tell([stay.pid, stubborn.pid]));`);
    const members = descendants(launcher.pid as number);
    expect(members.length).toBeGreaterThanOrEqual(4);
    launcher.kill(signal);
    expect(await survivors(members)).toEqual([]);
  });

  it('by process.exit, its children are gone too', async () => {
    const { launcher } = await launch<number>(`
      const stay = local.superviseChild('sh', ${JSON.stringify(STAY)});
      tell(stay.pid);
      setTimeout(() => process.exit(0), 1000);`);
    const members = descendants(launcher.pid as number);
    expect(members.length).toBeGreaterThanOrEqual(2);
    expect(await survivors(members)).toEqual([]);
  });

  it('with its whole process group, as a shell kills a job, its children are gone too', async () => {
    const { launcher } = await launch<number>(`tell(local.superviseChild('sh', ${JSON.stringify(STAY)}).pid);`, {
      detached: true,
    });
    const members = descendants(launcher.pid as number);
    process.kill(-(launcher.pid as number), 'SIGKILL');
    expect(await survivors(members)).toEqual([]);
  });
});
