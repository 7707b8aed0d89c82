import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const LIBRARY = resolve(__dirname, '..', '..');
const ROOT = resolve(LIBRARY, '..', '..');

/** A Node process of its own that runs `body` against the built library, prints one JSON value and stays until killed. */
export async function launch<Told>(
  body: string,
  options: { uid?: number; gid?: number; detached?: boolean } = {},
): Promise<{ launcher: ChildProcess; told: Told }> {
  execFileSync(resolve(ROOT, 'node_modules', '.bin', 'tsc'), ['-b', LIBRARY], { stdio: ['ignore', 2, 2] });
  const script = `
    const local = require(${JSON.stringify(resolve(LIBRARY, 'dist', 'index.js'))});
    const tell = (value) => console.log(JSON.stringify(value));
    (async () => { ${body} })().catch((error) => { console.error(error); process.exit(1); });`;
  const launcher = spawn(process.execPath, ['-e', script], {
    ...options,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (launcher.stdout === null) throw new Error('A piped process has an output.');
  for await (const line of createInterface(launcher.stdout)) return { launcher, told: JSON.parse(line) as Told };
  throw new Error('The launcher ended without a word.');
}

export async function killHard(launcher: ChildProcess): Promise<void> {
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
}

interface ProcessRow {
  pid: number;
  parent: number;
  group: number;
  state: string;
  command: string;
}

function processes(): ProcessRow[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8' });
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, group, state, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (state === undefined || command === undefined) return [];
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), state, command }];
  });
}

/** Ids of all processes below this one: supervised children, their watchers, and what those started. */
export function descendants(pid: number): number[] {
  const all = processes().filter(({ command }) => !command.startsWith('ps '));
  const below = (parent: number): number[] =>
    all.filter((row) => row.parent === parent).flatMap((row) => [row.pid, ...below(row.pid)]);
  return below(pid);
}

/** What of these processes and their groups still exists after at most `withinMs`; only init's zombies do not count. */
export async function survivors(pids: readonly number[], withinMs = 5000): Promise<string[]> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const left = processes().filter(
      (row) => (pids.includes(row.pid) || pids.includes(row.group)) && !(row.state.startsWith('Z') && row.parent === 1),
    );
    if (left.length === 0 || Date.now() > deadline) return left.map((row) => row.command);
    await sleep(50);
  }
}
