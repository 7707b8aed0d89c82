import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadOutcome, LoadRun } from './load-job.ts';

/** The load generator's process; it ends with this one. */
export class LoadGenerator {
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor() {
    this.child = fork(join(import.meta.dirname, 'load-process.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async run(run: LoadRun): Promise<LoadOutcome> {
    this.child.send(run);
    const answered = once(this.child, 'message').then(([outcome]) => outcome as LoadOutcome);
    const outcome = await Promise.race([answered, this.ended]);
    if (outcome === null || typeof outcome === 'number')
      throw new Error(`the load generator ended with code ${outcome}`);
    return outcome;
  }

  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.ended;
  }
}
