import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';

/**
 * The watcher of one child: reads the child's pid from a pipe held by the launcher, then waits. The kernel closes the pipe
 * however the launcher ends, `kill -9` included; then the watcher signals the child and, after the grace, kills what is left of
 * its process group. `done` means that the child ended by itself.
 */
const WATCHER = `
read -r pid || exit 0
read -r word && exit 0
kill -s "$1" "$pid"
ticks=$2
while [ "$ticks" -gt 0 ] && kill -0 "$pid"; do sleep 0.2; ticks=$((ticks - 1)); done
kill -s KILL -- "-$pid"
`;

/** Becomes the command once its watcher knows of it: a launcher killed before that leaves nothing, not even for a moment. */
const GATE = `read -r go <&3 && exec "$@" 3<&-`;

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
  const { child, pid, release } = spawnWatched(command, args, options);
  let running = true;
  const exited = new Promise<number>((resolve) => {
    child.on('exit', (code, signal) => {
      running = false;
      release();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  const kill = (): void => {
    if (running) signalGroup(pid);
  };
  const stop = async (graceMs = DEFAULT_GRACE_MS): Promise<number> => {
    if (running) child.kill(options.stopSignal ?? 'SIGTERM');
    const timer = setTimeout(kill, graceMs);
    const code = await exited;
    clearTimeout(timer);
    return code;
  };
  return { pid, exited, stdout: child.stdout, stderr: child.stderr, stop, kill };
}

/** @returns the child and `release`, which tells its watcher that it ended by itself */
function spawnWatched(command: string, args: readonly string[], options: SuperviseOptions) {
  const { stopSignal = 'SIGTERM', stdout = 'ignore', stderr = 'ignore', ...where } = options;
  const watcherArgs = [stopSignal.slice('SIG'.length), String(ORPHAN_TICKS)];
  const watcher = spawn('/bin/sh', ['-c', WATCHER, 'watcher', ...watcherArgs], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const child = spawn('/bin/sh', ['-c', GATE, 'gate', command, ...args], {
    ...where,
    detached: true,
    stdio: ['ignore', stdout, stderr, 'pipe'],
  });
  const gate = child.stdio[3] as Writable;
  // A reader may be gone before we write: killed, or never started.
  for (const pipe of [watcher.stdin, gate]) pipe.on('error', () => pipe.destroy());

  const { pid } = child;
  if (pid === undefined || watcher.pid === undefined) {
    for (const started of [watcher, child]) started.on('error', () => undefined);
    watcher.stdin.end();
    gate.end();
    throw new Error(`Cannot start ${command}: no process could be made for it (folder ${where.cwd ?? process.cwd()}).`);
  }
  watcher.stdin.write(`${pid}\n`);
  gate.end('go\n', () => gate.destroy());
  return { child, pid, release: () => watcher.stdin.end('done\n') };
}

function signalGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended between our look and our signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
