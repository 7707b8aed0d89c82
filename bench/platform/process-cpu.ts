import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in ticks of 10 ms for every architecture that Node runs on. */
const MICROSECONDS_PER_TICK = 10_000;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

function timesOf(pid: number): ProcessTimes | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined; // it has ended
  }
  // The command's name stands in brackets and may contain anything; field 3 follows it.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const at = (field: number) => fields[field - 3] ?? 0;
  return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
}

/** User and system CPU time of a process in microseconds, without its children. */
export function cpuOfProcess(pid: number): number {
  return (timesOf(pid)?.own ?? 0) * MICROSECONDS_PER_TICK;
}

/** The same of a process and its direct children, ended ones included: PostgreSQL with all its backends. */
export function cpuOfFamily(pid: number): number {
  const head = timesOf(pid);
  let ticks = (head?.own ?? 0) + (head?.ended ?? 0);
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined;
    if (times?.parent === pid) ticks += times.own;
  }
  return ticks * MICROSECONDS_PER_TICK;
}
