import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containersAvailable, kafkaContainer, postgresContainer, redisContainer } from './containers.js';
import { waitForPort } from './ports.js';
import { startKafka } from './kafka/start-kafka.js';
import { startPostgres } from './postgres/start-postgres.js';
import { startRedis } from './redis/start-redis.js';

/** Where a server for tests came from. */
export type ServerSource = 'environment' | 'container' | 'local';

/** A server that tests may use. `stop` leaves one that the environment names alone. */
export type Provided<Address> = Address & { source: ServerSource; stop(): Promise<void> };

/** In one sentence why there is no such server here. */
export interface Unavailable {
  unavailable: string;
}

export type ProvidedPostgres = Provided<{ url: string }>;
export type ProvidedKafka = Provided<{ brokers: string }>;
export type ProvidedRedis = Provided<{ url: string }>;

/** How long a server named by the environment may take to answer: CI services start beside the tests. */
const NAMED_MS = 5_000;

export function isUnavailable(provided: object): provided is Unavailable {
  return 'unavailable' in provided;
}

/**
 * PostgreSQL 18 with a superuser's URL: TEST_DATABASE_URL, else a container where a container engine answers, else a local
 * process without fsync in a temporary folder.
 */
export function providePostgres(): Promise<ProvidedPostgres | Unavailable> {
  return provide({
    variable: 'TEST_DATABASE_URL',
    addresses: (value) => [addressIn(value, 5432)],
    named: (url) => ({ url }),
    container: postgresContainer,
    local: temporaryPostgres,
  });
}

/**
 * Apache Kafka without authentication, `brokers` as a comma-separated list: TEST_KAFKA_BROKERS, else a container, else a local
 * process with fresh storage.
 */
export function provideKafka(): Promise<ProvidedKafka | Unavailable> {
  return provide({
    variable: 'TEST_KAFKA_BROKERS',
    addresses: (value) => value.split(',').map((broker) => addressIn(`kafka://${broker.trim()}`, 9092)),
    named: (brokers) => ({ brokers }),
    container: kafkaContainer,
    local: startKafka,
  });
}

/** An empty Redis: TEST_REDIS_URL, else a container, else a local process. */
export function provideRedis(): Promise<ProvidedRedis | Unavailable> {
  return provide({
    variable: 'TEST_REDIS_URL',
    addresses: (value) => [addressIn(value, 6379)],
    named: (url) => ({ url }),
    container: redisContainer,
    local: startRedis,
  });
}

interface ServerAddress {
  host: string;
  port: number;
}

interface Ways<Address> {
  /** Environment variable that names running servers. */
  variable: string;
  addresses(value: string): ServerAddress[];
  named(value: string): Address;
  container(): Promise<Address & { stop(): Promise<void> }>;
  local(): Promise<Address & { stop(): Promise<void> }>;
}

async function provide<Address>(ways: Ways<Address>): Promise<Provided<Address> | Unavailable> {
  const value = process.env[ways.variable];
  try {
    if (value !== undefined && value !== '') {
      await Promise.all(
        ways.addresses(value).map(({ host, port }) => waitForPort(port, { host, timeoutMs: NAMED_MS })),
      );
      return { ...ways.named(value), source: 'environment', stop: () => Promise.resolve() };
    }
    if (await containersAvailable()) return { ...(await ways.container()), source: 'container' };
    return { ...(await ways.local()), source: 'local' };
  } catch (error) {
    const named = value ? `${ways.variable}: ` : '';
    return { unavailable: named + (error instanceof Error ? error.message : String(error)) };
  }
}

function addressIn(url: string, defaultPort: number): ServerAddress {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: port === '' ? defaultPort : Number(port) };
}

async function temporaryPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'yiyang-postgres-test-'));
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const { url, stop } = await startPostgres({ dataDir: folder, fsync: false });
    return { url, stop: () => stop().finally(forget) };
  } catch (error) {
    forget();
    throw error;
  }
}
