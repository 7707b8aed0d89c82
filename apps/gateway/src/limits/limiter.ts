import type { RateLimit } from './rate-limits.js';

/** Counts requests. */
export interface Limiter {
  /** Takes one request from the bucket: 0 when it may pass, else the seconds until one may. */
  take(bucket: string, limit: RateLimit): number | Promise<number>;
  close(): void;
}

interface Bucket {
  tokens: number;
  /** Milliseconds of the monotonic clock. */
  at: number;
}

const MOST_BUCKETS = 20_000;

/** Token buckets of this process. */
export class MemoryLimiter implements Limiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  take(bucket: string, limit: RateLimit): number {
    const now = this.now();
    const known = this.buckets.get(bucket);
    const tokens = known
      ? Math.min(limit.burst, known.tokens + ((now - known.at) / 1000) * limit.perSecond)
      : limit.burst;
    if (tokens < 1) return (1 - tokens) / limit.perSecond;
    if (known) Object.assign(known, { tokens: tokens - 1, at: now });
    else this.add(bucket, { tokens: tokens - 1, at: now });
    return 0;
  }

  close(): void {
    this.buckets.clear();
  }

  /** The oldest bucket goes when there are too many; its client starts again with a full one. */
  private add(name: string, bucket: Bucket): void {
    this.buckets.set(name, bucket);
    if (this.buckets.size <= MOST_BUCKETS) return;
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
