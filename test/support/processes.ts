import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly state: string;
  readonly command: string;
}

function all(): Row[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8' });
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, group, state = '', command = ''] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || command.startsWith('ps -eo')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), group: Number(group), state, command }];
  });
}

/** A process and everything below it. */
export function familyOf(pid: number): Row[] {
  const rows = all();
  const below = (parent: number): Row[] =>
    rows.filter((row) => row.parent === parent).flatMap((row) => [row, ...below(row.pid)]);
  return [...rows.filter((row) => row.pid === pid), ...below(pid)];
}

/** Commands of what still runs of a family, grandchildren of later included, after at most `seconds`. */
export async function survivorsOf(family: readonly Row[], seconds: number): Promise<string[]> {
  const known = new Set(family.map(({ pid }) => pid));
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const left = all().filter(
      ({ pid, group, state }) => (known.has(pid) || known.has(group)) && !state.startsWith('Z'),
    );
    if (left.length === 0 || Date.now() > until) return left.map(({ command }) => command);
    await sleep(50);
  }
}
