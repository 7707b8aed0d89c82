import { existsSync, readFileSync, rmSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';

/** Lines of postmaster.pid (PostgreSQL source, pidfile.h): 1 pid, 3 start in epoch seconds, 8 status. */
interface Lock {
  pid: number;
  startedAtSeconds: number;
  status: string;
}

function readLock(cluster: string): Lock | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), startedAtSeconds: Number(lines[2]), status: lines[7]?.trim() ?? '' };
}

/** Whether the server with this pid accepts connections; PostgreSQL's own pg_ctl waits for the same word. */
export function isReady(cluster: string, pid: number): boolean {
  const lock = readLock(cluster);
  return lock?.pid === pid && lock.status === 'ready';
}

/** The live process named by the lock file. PostgreSQL judges a dead one by itself. */
export function lockHolder(cluster: string): number | undefined {
  const pid = readLock(cluster)?.pid;
  return pid !== undefined && pid > 0 && isAlive(pid) ? pid : undefined;
}

/**
 * After a power cut the number in the lock file may belong to any process, and PostgreSQL would refuse to start. A lock older
 * than this boot cannot have living heirs, so it may go.
 */
export function clearLockOfEarlierBoot(cluster: string): void {
  const lock = readLock(cluster);
  const bootedAtSeconds = Date.now() / 1000 - uptime();
  // One minute for clocks that were set since.
  if (lock !== undefined && lock.startedAtSeconds < bootedAtSeconds - 60) rmSync(join(cluster, 'postmaster.pid'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
