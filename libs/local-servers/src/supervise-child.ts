import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';

/**
 * The guardian: forks a watcher that reads a pipe held by the launcher, then becomes the command (`exec`), so the pid and
 * the exit code are the command's own. The kernel closes the pipe however the launcher ends, `kill -9` included; the watcher
 * then signals the command and, after the grace, kills what is left of its process group. `done` means it ended by itself.
 * The watcher lives in the command's group, so that group id cannot be given to another process meanwhile.
 */
const GUARDIAN = `
signal=$1; ticks=$2; shift 2
( (
  trap '' HUP INT TERM
  read -r word <&3 && exit 0
  kill -s "$signal" $$
  while [ "$ticks" -gt 0 ] && kill -0 $$; do sleep 0.2; ticks=$((ticks - 1)); done
  kill -s KILL -- -$$
) </dev/null >/dev/null 2>&1 & )
exec "$@" 3<&-
`;

/** How long an orphan may take to stop by itself before it is killed: 15 ticks of 0.2 s, so that all is gone within 5 s. */
const ORPHAN_TICKS = 15;
const DEFAULT_GRACE_MS = 10_000;

type Output = 'ignore' | 'inherit' | 'pipe' | number;

export interface SuperviseOptions {
  /** Default: the launcher's environment. */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  /** `pipe` makes the stream available on the result; a number is an open file descriptor. Default `ignore`. */
  stdout?: Output;
  stderr?: Output;
  /** The signal that asks for a clean end. Default SIGTERM. */
  stopSignal?: 'SIGTERM' | 'SIGINT';
}

export interface SupervisedChild {
  readonly pid: number;
  /** The exit code; 128 + signal number when a signal ended it. Never rejects. */
  readonly exited: Promise<number>;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  /** Asks for a clean end, kills after `graceMs` (default 10,000), resolves with the exit code. */
  stop(graceMs?: number): Promise<number>;
  /** `kill -9` of the child and its process group. */
  kill(): void;
}

/**
 * Starts a command that cannot outlive this process: however this process ends, the child is gone within 5 seconds.
 * The child gets a process group of its own, so Ctrl-C reaches only the launcher, which decides the order of stopping.
 * A command that cannot be executed ends with code 126 or 127. Needs a POSIX `sh`.
 * @throws Error when no process can be made at all (unknown folder, forbidden user)
 */
export function superviseChild(
  command: string,
  args: readonly string[],
  options: SuperviseOptions = {},
): SupervisedChild {
  const { stopSignal = 'SIGTERM', stdout = 'ignore', stderr = 'ignore', ...where } = options;
  const guardianArgs = [stopSignal.slice('SIG'.length), String(ORPHAN_TICKS), command, ...args];
  const child = spawn('/bin/sh', ['-c', GUARDIAN, 'guardian', ...guardianArgs], {
    ...where,
    detached: true,
    stdio: ['ignore', stdout, stderr, 'pipe'],
  });
  const lifeline = child.stdio[3] as Writable;
  // The watcher may already be gone when we tell it that all is done.
  lifeline.on('error', () => lifeline.destroy());

  const { pid } = child;
  if (pid === undefined) {
    child.on('error', () => lifeline.destroy());
    throw new Error(`Cannot start ${command}: no process could be made for it (folder ${where.cwd ?? process.cwd()}).`);
  }
  let running = true;
  const exited = new Promise<number>((resolve) => {
    child.on('exit', (code, signal) => {
      running = false;
      lifeline.end('done\n', () => lifeline.destroy());
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  const kill = (): void => {
    if (running) signalGroup(pid);
  };
  const stop = async (graceMs = DEFAULT_GRACE_MS): Promise<number> => {
    if (running) child.kill(stopSignal);
    const timer = setTimeout(kill, graceMs);
    const code = await exited;
    clearTimeout(timer);
    return code;
  };
  return { pid, exited, stdout: child.stdout, stderr: child.stderr, stop, kill };
}

function signalGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended between our look and our signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
