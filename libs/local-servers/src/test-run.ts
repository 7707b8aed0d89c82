import { isUnavailable, provideKafka, providePostgres, provideRedis } from './environment.js';

/** Servers of one test run; kept on `globalThis` for the teardown, which runs in the same process. */
interface Running {
  stops: (() => Promise<void>)[];
}

declare global {
  var yiyangTestServers: Running | undefined;
}

/** Where the servers are, for the test files: they run in other processes and see only the environment. */
const VARIABLE = { postgres: 'YIYANG_TEST_POSTGRES', kafka: 'YIYANG_TEST_KAFKA', redis: 'YIYANG_TEST_REDIS' } as const;

/**
 * Starts one PostgreSQL, one Kafka and one Redis for the whole run. PostgreSQL must be there; where Kafka or Redis cannot be,
 * the reason is printed and their suites say that they were skipped, unless YIYANG_REQUIRE_ALL is set (CI), which fails.
 * YIYANG_TEST_SERVERS=postgres starts only what one file needs.
 */
export async function startTestServers(): Promise<void> {
  const wanted = [
    ['postgres', providePostgres],
    ['kafka', provideKafka],
    ['redis', provideRedis],
  ] as const;
  const only = process.env['YIYANG_TEST_SERVERS']?.split(',');
  const stops: Running['stops'] = [];
  globalThis.yiyangTestServers = { stops };
  for (const [name, provide] of wanted) {
    if (only && !only.includes(name)) continue;
    const provided = await provide();
    if (isUnavailable(provided)) {
      if (name === 'postgres' || process.env['YIYANG_REQUIRE_ALL']) throw new Error(`${name}: ${provided.unavailable}`);
      process.stdout.write(`[servers] ${name}: not available, its suites are skipped: ${provided.unavailable}\n`);
      continue;
    }
    process.env[VARIABLE[name]] = 'url' in provided ? provided.url : provided.brokers;
    stops.push(() => provided.stop());
    process.stdout.write(`[servers] ${name}: ${provided.source}\n`);
  }
}

export async function stopTestServers(): Promise<void> {
  for (const stop of globalThis.yiyangTestServers?.stops ?? []) await stop();
}
