import { createClient } from 'redis';
import { redisAvailable, startRedis } from './start-redis.js';

const available = redisAvailable();
if (!available.ok) process.stderr.write(`Skipped: ${available.reason}\n`);

(available.ok ? describe : describe.skip)('a local Redis', () => {
  it('answers a ping, keeps a value while it runs and nothing afterwards', async () => {
    const first = await startRedis();
    const client = await createClient({ url: first.url }).connect();
    expect(await client.ping()).toBe('PONG');
    await client.set('key', 'value');
    expect(await client.get('key')).toBe('value');
    client.destroy();
    await first.stop();

    const port = Number(new URL(first.url).port);
    const second = await startRedis({ port });
    const again = await createClient({ url: second.url }).connect();
    expect(await again.get('key')).toBeNull();
    await expect(startRedis({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is already in use`);
    again.destroy();
    await second.stop();
  });
});
