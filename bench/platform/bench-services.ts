import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newSecrets, type Secrets } from '../../tools/stack/secrets.ts';
import { makeStack, type AppName, type AppProcess, type Stack } from '../../tools/stack/stack.ts';

/** High enough that no run is ever limited; the limiter counts every request all the same. */
const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };
const READY_MS = 60_000;

export interface ServicesOptions {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly secrets?: Secrets;
  /** Given: events travel through Kafka. */
  readonly brokers?: string;
  readonly profiles?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Some processes of the platform, started as `npm start` does, with everything on. */
export class BenchServices {
  readonly secrets: Secrets;
  private readonly stack: Stack;
  private readonly started: AppProcess[] = [];

  private constructor(stack: Stack, secrets: Secrets) {
    this.stack = stack;
    this.secrets = secrets;
  }

  /** Migrates and starts the named processes, the gateway last. */
  static async start(options: ServicesOptions, ...apps: AppName[]): Promise<BenchServices> {
    const secrets = options.secrets ?? newSecrets();
    if (options.profiles) mkdirSync(options.profiles, { recursive: true });
    const stack = await makeStack({
      databaseUrl: options.databaseUrl,
      secrets,
      logs: join(options.folder, 'logs'),
      environment: {
        RATE_LIMITS: JSON.stringify({ read: NO_LIMIT, write: NO_LIMIT, feed: NO_LIMIT }),
        ...(options.brokers && { KAFKA_BROKERS: options.brokers }),
        ...(options.profiles && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${options.profiles}` }),
        ...options.environment,
      },
    });
    const services = new BenchServices(stack, secrets);
    try {
      for (const app of apps) await services.startOne(app);
      return services;
    } catch (error) {
      await services.stop();
      throw error;
    }
  }

  process(app: AppName): AppProcess {
    const found = this.started.find((process) => process.app === app);
    if (!found) throw new Error(`${app} is not started`);
    return found;
  }

  pid(app: AppName): number {
    return this.process(app).pid ?? 0;
  }

  async stop(): Promise<void> {
    for (const process of this.started.reverse()) await process.stop();
  }

  private async startOne(app: AppName): Promise<void> {
    const process = app === 'gateway' ? this.stack.gateway : this.stack.service(app);
    process.start('migrate', 'serve');
    this.started.push(process);
    // The gateway is ready when every service is; a bench may run with some.
    if (app === 'gateway') await answers(`${process.url}/health/live`, process);
    else await process.ready();
  }
}

async function answers(url: string, process: AppProcess): Promise<void> {
  let ended = false;
  void process.exited.then(() => (ended = true));
  for (const until = Date.now() + READY_MS; Date.now() < until && !ended; await sleep(100)) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
  }
  throw new Error(`${process.app} does not answer at ${url}`);
}
