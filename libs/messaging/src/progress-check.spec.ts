import type { RunningSubscription } from './bus/event-bus.js';
import { progressCheck } from './progress-check.js';

describe('liveness that means progress', () => {
  let now = 0;
  let topic = { topic: 't', position: 5n, lag: 0n };
  let reachable = true;
  const subscription: RunningSubscription = {
    progress: () => (reachable ? Promise.resolve([topic]) : Promise.reject(new Error('away'))),
    stop: () => Promise.resolve(),
  };
  const check = progressCheck(
    () => new Map([['copy', subscription]]),
    60_000,
    () => now,
  );
  const ask = async (at: number, position: bigint, lag: bigint) => {
    [now, topic] = [at, { topic: 't', position, lag }];
    return (await check()).ok;
  };

  it('is there while a position moves, or all was read', async () => {
    expect(await ask(0, 5n, 10n)).toBe(true);
    expect(await ask(59_000, 6n, 900n)).toBe(true);
    expect(await ask(118_000, 7n, 0n)).toBe(true);
    expect(await ask(900_000, 7n, 0n)).toBe(true);
  });

  it('ends when a position with a lag has not moved for longer than the patience', async () => {
    expect(await ask(1_000_000, 7n, 3n)).toBe(false);
    expect(await ask(1_000_001, 8n, 2n)).toBe(true);
    expect(await ask(1_060_001, 8n, 2n)).toBe(true);
    expect(await ask(1_060_002, 8n, 2n)).toBe(false);
    expect(await check()).toEqual({ ok: false, detail: 'NO_PROGRESS copy t' });
  });

  it('is not denied because the bus is away', async () => {
    reachable = false;
    expect(await check()).toEqual({ ok: true, detail: 'BUS_UNREACHABLE' });
  });
});
