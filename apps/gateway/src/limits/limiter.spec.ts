import { MemoryLimiter } from './limiter.js';
import { routeClassOf } from './rate-limits.js';

describe('the token bucket', () => {
  const limit = { perSecond: 2, burst: 3 };

  it('lets a burst pass, then says how long to wait, then refills with the rate', () => {
    let now = 0;
    const limiter = new MemoryLimiter(() => now);
    expect([1, 2, 3].map(() => limiter.take('a', limit))).toEqual([0, 0, 0]);
    expect(limiter.take('a', limit)).toBe(0.5);
    now = 499;
    expect(limiter.take('a', limit)).toBeCloseTo(0.001);
    now = 500;
    expect(limiter.take('a', limit)).toBe(0);
    expect(limiter.take('a', limit)).toBe(0.5);
  });

  it('never holds more than the burst, however long nobody came', () => {
    let now = 0;
    const limiter = new MemoryLimiter(() => now);
    limiter.take('a', limit);
    now = 3_600_000;
    expect([1, 2, 3, 4].map(() => limiter.take('a', limit) === 0)).toEqual([true, true, true, false]);
  });

  it('counts clients and classes apart', () => {
    const limiter = new MemoryLimiter(() => 0);
    for (let i = 0; i < 4; i++) limiter.take('a|read', limit);
    expect(limiter.take('a|write', limit)).toBe(0);
    expect(limiter.take('b|read', limit)).toBe(0);
  });

  it('passes exactly rate × time + burst of what is asked too fast', () => {
    let now = 0;
    const limiter = new MemoryLimiter(() => now);
    let passed = 0;
    for (now = 0; now <= 10_000; now += 10) if (limiter.take('a', limit) === 0) passed++;
    expect(passed).toBe(3 + 20);
  });
});

it('tells reads, writes and the feed apart', () => {
  expect(routeClassOf('GET', '/v1/referrals')).toBe('read');
  expect(routeClassOf('POST', '/v1/referrals')).toBe('write');
  expect(routeClassOf('DELETE', '/v1/x')).toBe('write');
  expect(routeClassOf('GET', '/v1/events/stream')).toBe('feed');
});
