import { Health } from './health.js';

const up = () => ({ ok: true });
const down = () => ({ ok: false, detail: 'NO_CONNECTION' });

describe('Health', () => {
  it('is ready when every own part is', async () => {
    const health = new Health();
    health.add('ready', 'database', up);
    expect(await health.report('ready')).toEqual({ ok: true, parts: { database: { ok: true } } });
    health.add('ready', 'bus', down);
    expect((await health.report('ready')).ok).toBe(false);
  });

  it('counts a check that throws as down', async () => {
    const health = new Health();
    health.add('live', 'consumers', () => Promise.reject(new TypeError('secret')));
    expect(await health.report('live')).toEqual({
      ok: false,
      parts: { consumers: { ok: false, detail: 'TypeError' } },
    });
  });

  it('reports a neighbour that is down and stays ready', async () => {
    const health = new Health();
    health.add('ready', 'database', up);
    health.addNeighbour('ready', 'monitoring', down);
    expect(await health.report('ready')).toMatchObject({ ok: true, parts: { monitoring: { ok: false } } });
  });

  it('is live but not ready while it drains', async () => {
    const health = new Health();
    health.drain();
    expect((await health.report('ready')).parts).toEqual({ drain: { ok: false, detail: 'DRAINING' } });
    expect((await health.report('live')).ok).toBe(true);
  });
});
