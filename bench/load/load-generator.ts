import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadOutcome, LoadRun } from './load-job.ts';

/** The load generator's process; it ends with this one. */
export class LoadGenerator {
  private readonly child: ChildProcess;

  constructor() {
    this.child = fork(join(import.meta.dirname, 'load-process.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async run(run: LoadRun): Promise<LoadOutcome> {
    this.child.send(run);
    const ended = once(this.child, 'exit').then(([code]) => {
      throw new Error(`the load generator ended with code ${String(code)}`);
    });
    const [outcome] = (await Promise.race([once(this.child, 'message'), ended])) as [LoadOutcome];
    return outcome;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}
