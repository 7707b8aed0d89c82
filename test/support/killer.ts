import { setTimeout as sleep } from 'node:timers/promises';
import type { AppName, AppProcess, Stack } from '../../tools/stack/stack.ts';

/** Ends processes with `kill -9` and starts them again, one after another in an order that is new each round. */
export class Killer {
  readonly kills: Partial<Record<AppName, number>> = {};
  private stopped = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly stack: Stack,
    /** Longest rest between a process being ready again and the next kill, in milliseconds. */
    private readonly restMilliseconds: number,
  ) {}

  start(): void {
    this.stopped = false;
    this.running = this.run();
    // Whoever stops it learns of its failure; until then nobody listens.
    this.running.catch(() => undefined);
  }

  /** Resolves when every process is ready again. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Everything at once, as when the power fails; resolves when all of it is ready again. */
  async cut(): Promise<void> {
    await Promise.all(this.stack.all.map((process) => this.kill(process)));
    await Promise.all(this.stack.all.map((process) => process.ready(90)));
  }

  private async run(): Promise<void> {
    for (;;) {
      for (const process of shuffled(this.stack.all)) {
        await sleep(Math.random() * this.restMilliseconds);
        if (this.stopped) return;
        await this.kill(process);
        await process.ready(90);
      }
    }
  }

  private async kill(process: AppProcess): Promise<void> {
    await process.kill();
    this.kills[process.app] = (this.kills[process.app] ?? 0) + 1;
    process.start('serve');
  }
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
