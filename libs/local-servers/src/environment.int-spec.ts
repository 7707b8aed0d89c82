import { Client } from 'pg';
import { isUnavailable, provideKafka, providePostgres, provideRedis, type Unavailable } from './environment.js';
import { freePort } from './ports.js';

const NAMES = ['TEST_DATABASE_URL', 'TEST_KAFKA_BROKERS', 'TEST_REDIS_URL'] as const;

function available<Server extends object>(provided: Server | Unavailable): Server {
  if (isUnavailable(provided)) throw new Error(provided.unavailable);
  return provided;
}

describe('what the environment gives', () => {
  const before = { ...process.env };

  beforeEach(() => NAMES.forEach((name) => delete process.env[name]));

  afterAll(() => Object.assign(process.env, before));

  it('gives a PostgreSQL of its own when none is named', async () => {
    const { url, source, stop } = available(await providePostgres());
    expect(['container', 'local']).toContain(source);
    const client = new Client({ connectionString: url });
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await stop();
  });

  it('gives the named PostgreSQL and leaves it running', async () => {
    const own = available(await providePostgres());
    process.env['TEST_DATABASE_URL'] = own.url;
    const named = available(await providePostgres());
    expect(named).toMatchObject({ url: own.url, source: 'environment' });
    await named.stop();
    expect(available(await providePostgres()).source).toBe('environment');
    await own.stop();
  });

  it('says which variable names a server that does not answer, without its password', async () => {
    const port = await freePort();
    process.env['TEST_REDIS_URL'] = `redis://:hidden@127.0.0.1:${port}`;
    process.env['TEST_KAFKA_BROKERS'] = `127.0.0.1:${port}`;
    const unavailable = `Nothing answered on 127.0.0.1:${port} within 5000 ms.`;
    const [redis, kafka] = await Promise.all([provideRedis(), provideKafka()]);
    expect(redis).toEqual({ unavailable: `TEST_REDIS_URL: ${unavailable}` });
    expect(kafka).toEqual({ unavailable: `TEST_KAFKA_BROKERS: ${unavailable}` });
  });
});
