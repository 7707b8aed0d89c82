import { createClient, defineScript, type RedisClientType, type CommandParser } from 'redis';
import { errorFields, type Logger } from '@yiyang/observability';
import { MemoryLimiter, type Limiter } from './limiter.js';
import type { RateLimit } from './rate-limits.js';

/** A slow Redis may not make every request slow: this long is waited for it, then not again for a while. */
const COMMAND_MILLISECONDS = 50;
const REST_MILLISECONDS = 1000;

// One bucket as a hash: tokens and the server's time in milliseconds. Answers the seconds to wait, as text.
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local known = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = burst
if known[1] then tokens = math.min(burst, known[1] + math.max(0, now - known[2]) / 1000 * rate) end
local wait = 0
if tokens < 1 then wait = (1 - tokens) / rate else
  redis.call('HSET', KEYS[1], 'tokens', tostring(tokens - 1), 'at', now)
  redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000) + 1000)
end
return tostring(wait)`;

const takeScript = defineScript({
  SCRIPT: TAKE,
  NUMBER_OF_KEYS: 1,
  parseCommand: (parser: CommandParser, key: string, limit: RateLimit) => {
    parser.pushKey(key);
    parser.push(String(limit.perSecond), String(limit.burst));
  },
  transformReply: (reply: unknown) => Number(reply),
});

type Client = RedisClientType<Record<string, never>, Record<string, never>, { take: typeof takeScript }>;

/** Token buckets shared by all gateway replicas. While Redis is away each replica counts for itself: nothing depends on it. */
export class RedisLimiter implements Limiter {
  private restsUntil = 0;
  private readonly own = new MemoryLimiter();

  private constructor(
    private readonly client: Client,
    private readonly logger: Logger,
    private readonly patience: number,
  ) {}

  /**
   * Returns at once; until the connection is there, this process counts alone.
   * @param patience milliseconds that a request waits for Redis.
   */
  static connect(url: string, logger: Logger, patience = COMMAND_MILLISECONDS): RedisLimiter {
    const client = createClient({
      url,
      scripts: { take: takeScript },
      disableOfflineQueue: true,
      socket: { connectTimeout: 1000, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 1000) },
    }) as unknown as Client;
    const limiter = new RedisLimiter(client, logger, patience);
    client.on('error', (error: unknown) => limiter.rest(error));
    client.connect().catch((error: unknown) => limiter.rest(error));
    return limiter;
  }

  /** Whether the count is shared now. */
  get isShared(): boolean {
    return this.client.isReady && performance.now() >= this.restsUntil;
  }

  async take(bucket: string, limit: RateLimit): Promise<number> {
    if (!this.isShared) return this.own.take(bucket, limit);
    try {
      return await withinTime(this.patience, this.client.take(`yiyang:limit:${bucket}`, limit));
    } catch (error) {
      this.rest(error);
      return this.own.take(bucket, limit);
    }
  }

  close(): void {
    this.client.destroy();
  }

  private rest(error: unknown): void {
    const now = performance.now();
    if (now >= this.restsUntil) this.logger.warn('Redis is away: each gateway counts for itself', errorFields(error));
    this.restsUntil = now + REST_MILLISECONDS;
  }
}

function withinTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Redis took too long')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
