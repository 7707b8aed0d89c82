import { createClient } from 'redis';
import { redisAvailable, startRedis } from '@yiyang/local-servers';
import { createLogger } from '@yiyang/observability';
import { freePort } from '@yiyang/local-servers';
import { describeWith } from '@yiyang/testing';
import { eventually } from '../testing/read-stream.js';
import { RedisLimiter } from './redis-limiter.js';

const available = redisAvailable();

describeWith(available.ok ? 'here' : undefined, 'limits in a real Redis', () => {
  const logger = createLogger('test');
  const limiters: RedisLimiter[] = [];
  const connect = (url: string, patience?: number) => {
    const limiter = RedisLimiter.connect(url, logger, patience);
    limiters.push(limiter);
    return limiter;
  };
  afterEach(() => limiters.splice(0).forEach((limiter) => limiter.close()));

  const passed = async (takes: Promise<number>[]) => (await Promise.all(takes)).filter((wait) => wait === 0).length;
  const slow = { perSecond: 0.01, burst: 50 };

  it('are shared by all gateways: of 200 requests at two gateways the burst of 50 passes', async () => {
    const redis = await startRedis();
    // More patient than a gateway: a busy test machine must not look like a lost Redis.
    const [one, other] = [connect(redis.url, 5000), connect(redis.url, 5000)];
    await eventually(() => one.isShared && other.isShared);
    const takes = Array.from({ length: 200 }, (_, i) => (i % 2 ? one : other).take('client|write', slow));
    expect(await passed(takes)).toBe(50);
    expect(await one.take('client|write', slow)).toBeGreaterThan(90);
    expect(await one.take('other|write', slow)).toBe(0);
    await redis.stop();
  });

  it('refill with the rate', async () => {
    const redis = await startRedis();
    const limiter = connect(redis.url);
    await eventually(() => limiter.isShared);
    const limit = { perSecond: 20, burst: 2 };
    expect(await passed(Array.from({ length: 5 }, () => limiter.take('refill', limit)))).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 110));
    expect(await passed(Array.from({ length: 5 }, () => limiter.take('refill', limit)))).toBe(2);
    await redis.stop();
  });

  it('are counted by each process while Redis is killed, and shared again when it is back', async () => {
    const port = await freePort();
    const redis = await startRedis({ port });
    const limiter = connect(redis.url);
    await eventually(() => limiter.isShared);
    expect(await passed(Array.from({ length: 60 }, () => limiter.take('outage', slow)))).toBe(50);
    process.kill(await processOf(redis.url), 'SIGKILL');
    const started = performance.now();
    let answered = 0;
    while (performance.now() - started < 500) {
      expect(await limiter.take(`request-${answered}`, slow)).toBe(0);
      answered++;
    }
    expect(answered).toBeGreaterThan(100);
    await redis.stop();
    expect(await passed(Array.from({ length: 60 }, () => limiter.take('outage', slow)))).toBe(50);
    const back = await startRedis({ port });
    await eventually(() => limiter.isShared);
    expect(await passed(Array.from({ length: 60 }, () => limiter.take('after', slow)))).toBe(50);
    await back.stop();
  });

  it('cost at most one time-out when Redis hangs', async () => {
    const redis = await startRedis();
    const limiter = connect(redis.url);
    await eventually(() => limiter.isShared);
    const pid = await processOf(redis.url);
    process.kill(pid, 'SIGSTOP');
    const started = performance.now();
    for (let i = 0; i < 100; i++) expect(await limiter.take(`hang-${i}`, slow)).toBe(0);
    const milliseconds = performance.now() - started;
    process.kill(pid, 'SIGCONT');
    expect(milliseconds).toBeGreaterThan(45);
    expect(milliseconds).toBeLessThan(500);
    await eventually(() => limiter.isShared);
    await redis.stop();
  });
});

async function processOf(url: string): Promise<number> {
  const client = await createClient({ url }).connect();
  const [, pid] = /process_id:(\d+)/.exec(await client.info('server')) ?? [];
  client.destroy();
  return Number(pid);
}
