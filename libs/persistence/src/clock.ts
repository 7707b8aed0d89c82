import type { Database } from './database.js';

/**
 * Two clocks. The system clock is for tokens, ids, outbox and retries and never moves. The business clock is what rules
 * and deadlines read: the system clock plus an offset that only a development platform may move.
 */
export class Clock {
  private offsetMilliseconds = 0;

  /** The instant that technical things use. */
  system(): Date {
    return new Date();
  }

  /** The instant that rules use. */
  now(): Date {
    return new Date(Date.now() + this.offsetMilliseconds);
  }

  get offset(): number {
    return this.offsetMilliseconds;
  }

  moveTo(offsetMilliseconds: number): void {
    this.offsetMilliseconds = offsetMilliseconds;
  }
}

/** Keeps the business clock of all replicas of a service at the offset stored in its database. Development only. */
export class SharedClockOffset {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Reads the offset now and then every `milliseconds`. */
  async follow(milliseconds = 500): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.read().catch(() => undefined), milliseconds).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Stores a new offset; it never goes back, because facts already recorded would lie in the future. */
  async store(offsetMilliseconds: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      tx.write('update business_clock set offset_milliseconds = greatest(offset_milliseconds, $1)', [
        offsetMilliseconds,
      ]);
    });
    await this.read();
  }

  private async read(): Promise<void> {
    const row = await this.database.find<{ offsetMilliseconds: bigint }>(
      'select offset_milliseconds from business_clock',
    );
    this.clock.moveTo(Number(row?.offsetMilliseconds ?? 0n));
  }
}
