import type pg from 'pg';
import { errorFields, type Logger } from '@yiyang/observability';
import type { Database } from './database.js';

/**
 * Work that exactly one replica of a service does at a time. Replicas compete for a session-level advisory lock; when
 * the holder's connection ends, the server frees the lock and another replica takes over within `interval`.
 */
export class SoleWorker {
  private session: pg.Client | undefined;
  private holding = false;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private waiting = false;
  private woken = false;

  /** `work` returns how much it found; it is called again at once while it finds something. */
  constructor(
    private readonly database: Database,
    private readonly name: string,
    private readonly work: () => Promise<number>,
    private readonly intervalMilliseconds: number,
    private readonly logger: Logger,
  ) {}

  get isHolder(): boolean {
    return this.holding;
  }

  start(): void {
    this.schedule(0);
  }

  /** There is something to do: the next round begins at once, here or, where another replica holds the lock, within its interval. */
  wake(): void {
    this.woken = true;
    if (this.waiting) this.schedule(0);
  }

  /** Waits for the running round and gives the lock back. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    await this.session?.end().catch(() => undefined);
  }

  private schedule(milliseconds: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.waiting = true;
    this.timer = setTimeout(() => {
      this.waiting = false;
      this.woken = false;
      this.running = this.round();
    }, milliseconds);
  }

  private async round(): Promise<void> {
    let found = 0;
    try {
      if (await this.elected()) found = await this.work();
    } catch (error) {
      this.logger.warn('a background round failed and is tried again', { reason: this.name, ...errorFields(error) });
    }
    this.schedule(found > 0 || this.woken ? 0 : this.intervalMilliseconds);
  }

  private async elected(): Promise<boolean> {
    if (!this.session) {
      const session = await this.database.session();
      session.on('end', () => {
        if (this.session === session) this.session = undefined;
        this.holding = false;
      });
      this.session = session;
    }
    if (this.holding) return true;
    const lock = 'select pg_try_advisory_lock(hashtextextended($1, 1)) as held';
    const { rows } = await this.session.query<{ held: boolean }>(lock, [this.name]);
    this.holding = rows[0]?.held === true;
    return this.holding;
  }
}
