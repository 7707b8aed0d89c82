import { describe, expect, it } from '@jest/globals';
import type { ServerSettings } from '@yiyang/persistence';

/** Superuser URL of the run's PostgreSQL. */
export function postgresUrl(): string {
  const url = process.env['YIYANG_TEST_POSTGRES'];
  if (!url) throw new Error('no PostgreSQL: run this suite with jest.int.config.cjs');
  return url;
}

/** The run's Kafka brokers, or undefined where there is none. */
export function kafkaBrokers(): string | undefined {
  return process.env['YIYANG_TEST_KAFKA'];
}

/** The run's Redis, or undefined where there is none. */
export function redisUrl(): string | undefined {
  return process.env['YIYANG_TEST_REDIS'];
}

export function serverSettings(): ServerSettings {
  return { serverUrl: postgresUrl(), roleSecret: 'for-tests-only' };
}

/** `describe` where the server is there; otherwise one test that says why the suite did not run. */
export function describeWith(server: string | undefined, name: string, suite: () => void): void {
  if (server !== undefined) describe(name, suite);
  else describe(name, () => it(`was skipped: the server is not available here`, () => expect(server).toBeUndefined()));
}
