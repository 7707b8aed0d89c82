import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type RunningPostgres } from '@yiyang/local-servers';
import { kafkaBrokers } from '@yiyang/testing';
import { newSecrets, type Secrets } from '../../tools/stack/secrets.ts';
import { makeStack, startStack, type AppName, type ServiceName, type Stack } from '../../tools/stack/stack.ts';
import { Databases } from './databases.js';

export type Driver = 'postgres' | 'kafka';

export interface TestStackOptions {
  readonly driver: Driver;
  /** Where Kafka is; the run's broker unless given. */
  readonly brokers?: string;
  readonly replicas?: Partial<Record<ServiceName, number>>;
}

/** The whole platform as processes of its own, on a PostgreSQL of its own: databases have fixed names. */
export class TestStack {
  private constructor(
    readonly driver: Driver,
    readonly stack: Stack,
    readonly databases: Databases,
    readonly secrets: Secrets,
    /** Put before every topic, so that stacks can share a broker. */
    readonly topicPrefix: string,
    private readonly postgres: RunningPostgres,
    private readonly folder: string,
  ) {}

  /** Starts everything; resolves when all processes are ready. */
  static async open(options: TestStackOptions): Promise<TestStack> {
    const folder = mkdtempSync(join(tmpdir(), 'yiyang-e2e-'));
    const secrets = newSecrets();
    const topicPrefix = `e2e${randomBytes(4).toString('hex')}.`;
    const brokers = options.driver === 'kafka' ? (options.brokers ?? kafkaBrokers() ?? '') : '';
    const postgres = await startPostgres({ dataDir: folder, fsync: false });
    const stack = await makeStack({
      databaseUrl: postgres.url,
      secrets,
      logs: join(folder, 'logs'),
      ...(options.replicas && { replicas: options.replicas }),
      // Empty: what the machine's environment says must not reach these processes.
      environment: { KAFKA_BROKERS: brokers, KAFKA_PREFIX: topicPrefix, REDIS_URL: '', OIDC_ISSUER: '' },
    });
    const opened = new TestStack(
      options.driver,
      stack,
      new Databases(postgres.url),
      secrets,
      topicPrefix,
      postgres,
      folder,
    );
    try {
      await startStack(stack);
    } catch (error) {
      await opened.close();
      throw error;
    }
    return opened;
  }

  /** URL of the gateway. */
  get base(): string {
    return this.stack.gateway.url;
  }

  get serverUrl(): string {
    return this.postgres.url;
  }

  /** What the processes of the platform and PostgreSQL have written, by file. */
  logs(): Map<string, string> {
    const logsIn = (folder: string) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.log'))
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    return new Map([...logsIn(this.folder), ...logsIn(join(this.folder, 'logs'))]);
  }

  /** Lines of level error, which an operator would be called for. */
  errorLines(): string[] {
    return [...this.logs()].flatMap(([name, text]) =>
      text
        .split('\n')
        .filter((line) => /"level":("error"|[56]0)/.test(line))
        .map((line) => `${name}: ${line}`),
    );
  }

  /** Texts of `/metrics`, by process. */
  async metrics(): Promise<Map<AppName, string>> {
    const texts = new Map<AppName, string>();
    for (const { app, url } of this.stack.all) texts.set(app, await (await fetch(`${url}/metrics`)).text());
    return texts;
  }

  async close(): Promise<void> {
    await this.stack.stop();
    await this.databases.close();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
