import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { startPostgres, type RunningPostgres } from '@yiyang/local-servers';
import { DevelopmentApi } from '../stack/api.ts';
import { keptSecrets } from '../stack/secrets.ts';
import { makeStack, startStack, type AppName, type Stack } from '../stack/stack.ts';
import { seedDemonstration } from './demonstration.ts';

// `PORT` is the gateway's, the services take the five after it; `DATA_DIR` holds the database, its secrets and the logs.
const data = resolve(process.env['DATA_DIR'] ?? join(import.meta.dirname, '../../.data'));
const first = Number(process.env['PORT'] ?? 8080);
const PORTS: Record<AppName, number> = {
  gateway: first,
  'institution-registry': first + 1,
  referral: first + 2,
  'health-records': first + 3,
  settlement: first + 4,
  monitoring: first + 5,
};
const started = Date.now();
let postgres: RunningPostgres | undefined;
let stack: Stack | undefined;
let stopping: Promise<void> | undefined;

/** Throws a sentence when somebody listens on the port already. */
function assertFree(app: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new Error(
          `Port ${port} (${app}) is in use. Stop what listens there, or set PORT: the gateway's, five services follow it.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

async function main(): Promise<void> {
  if (!Number.isInteger(first) || first < 1 || first > 65_530)
    throw new Error('PORT is not a port with five free ones after it.');
  for (const [app, port] of Object.entries(PORTS)) await assertFree(app, port);
  const secrets = keptSecrets(data);
  let databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) {
    say('starting embedded PostgreSQL…');
    postgres = await startPostgres({ dataDir: join(data, 'postgres'), notify: say });
    databaseUrl = postgres.url;
  }
  say('migrating and starting the gateway and five services…');
  stack = await makeStack({ databaseUrl, secrets, logs: join(data, 'logs'), ports: PORTS });
  await startStack(stack);
  for (const process of stack.all)
    void process.exited.then((code) => stopping ?? fail(new Error(`${process.app} ended with code ${code}`)));
  const base = stack.gateway.url;
  const clients = await seedDemonstration(new DevelopmentApi(base));
  say(`ready after ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  printWelcome(base, clients);
}

function printWelcome(base: string, clients: Awaited<ReturnType<typeof seedDemonstration>>): void {
  const lines = [
    `  REST and Swagger UI   ${base}/docs          (per department: /docs/health, /docs/civil-affairs, /docs/insurance)`,
    `  Events (AsyncAPI)     ${base}/asyncapi`,
    `  Logs                  ${relative(process.cwd(), join(data, 'logs'))}/`,
    '',
    ...clients.map(({ title, token }) => `  ${title.padEnd(24)}export ${title.split(' ')[0]}_TOKEN=${token}`),
    '',
    '  Try:',
    `    curl -s -H "Authorization: Bearer $HEALTH_TOKEN" "${base}/v1/institutions?division=421202"`,
    `    curl -s -H "Authorization: Bearer $CIVIL_AFFAIRS_TOKEN" "${base}/v1/policies/resolve?division=421202&key=designation.minOperatingMonths&on=2026-06-01"`,
    '    npm run journey        (in another terminal: one elder from home to hospital and home again)',
    '',
    '  Ctrl-C stops everything.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stop(): Promise<void> {
  stopping ??= (async () => {
    say('stopping…');
    await stack?.stop();
    await postgres?.stop();
  })();
  return stopping;
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  void stop().finally(() => process.exit(1));
}

function say(text: string): void {
  process.stdout.write(`[yiyang] ${text}\n`);
}

// Every time, not once: Ctrl-C reaches this process from the terminal and again from npm, and the second must not end it early.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop().then(() => process.exit(0)));
// npm may be killed without a word; then this process has another parent and nobody who would ever stop it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void stop().then(() => process.exit(0));
}, 1000).unref();
main().catch(fail);
