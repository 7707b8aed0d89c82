import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, superviseChild, type SupervisedChild } from '@yiyang/local-servers';
import type { Secrets } from './secrets.ts';

export const SERVICES = ['institution-registry', 'health-records', 'referral', 'settlement', 'monitoring'] as const;
export type ServiceName = (typeof SERVICES)[number];
export type AppName = ServiceName | 'gateway';

const root = join(import.meta.dirname, '../..');

export interface StackOptions {
  readonly databaseUrl: string;
  readonly secrets: Secrets;
  /** Folder for the services' logs. */
  readonly logs: string;
  /** Port of the gateway and of each service; free ones are taken where none is given. */
  readonly ports?: Partial<Record<AppName, number>>;
  /** How many processes of a service run; 1 unless given. */
  readonly replicas?: Partial<Record<ServiceName, number>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** One process of the stack: it can be killed and started again on the same port. */
export class AppProcess {
  readonly app: AppName;
  readonly port: number;
  private readonly environment: NodeJS.ProcessEnv;
  private readonly log: string;
  private child: SupervisedChild | undefined;

  constructor(app: AppName, port: number, environment: NodeJS.ProcessEnv, log: string) {
    this.app = app;
    this.port = port;
    this.environment = environment;
    this.log = log;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** `steps` are what the process does: `migrate`, `serve` or both. */
  start(...steps: ('migrate' | 'serve')[]): void {
    const log = openSync(this.log, 'a');
    const env = { ...this.environment, PORT: String(this.port) };
    const args = [join(root, `apps/${this.app}/dist/main.js`), ...steps];
    this.child = superviseChild(process.execPath, args, { env, stdout: log, stderr: log });
    closeSync(log);
  }

  /** Resolves when the process serves; throws a sentence when it ended or takes longer than `seconds`. */
  async ready(seconds = 60): Promise<void> {
    const until = Date.now() + seconds * 1000;
    let ended: number | undefined;
    void this.child?.exited.then((code) => (ended = code));
    while (!(await isReady(this.url))) {
      if (ended !== undefined) throw new Error(`${this.app} ended with code ${ended}; its log is ${this.log}`);
      if (Date.now() > until) throw new Error(`${this.app} is not ready after ${seconds} s; its log is ${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<number> {
    return (await this.child?.stop(26_000)) ?? 0;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    this.child?.kill();
    await this.child?.exited;
  }

  /** Resolves with the exit code of the running process. */
  get exited(): Promise<number> {
    return this.child?.exited ?? Promise.resolve(0);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Gateway and services as processes of their own. */
export class Stack {
  readonly gateway: AppProcess;
  readonly services: readonly AppProcess[];

  constructor(gateway: AppProcess, services: readonly AppProcess[]) {
    this.gateway = gateway;
    this.services = services;
  }

  get all(): readonly AppProcess[] {
    return [...this.services, this.gateway];
  }

  /** The first process of a service. */
  service(name: ServiceName): AppProcess {
    const found = this.services.find((process) => process.app === name);
    if (!found) throw new Error(`${name} is not part of this stack`);
    return found;
  }

  /** The gateway first, so that nothing new comes in; then the services together. */
  async stop(): Promise<void> {
    await this.gateway.stop();
    await Promise.all(this.services.map((process) => process.stop()));
  }
}

/** Prepares the processes of a stack; nothing runs yet. */
export async function makeStack(options: StackOptions): Promise<Stack> {
  mkdirSync(options.logs, { recursive: true });
  const common: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    DATABASE_URL: options.databaseUrl,
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    ...options.secrets,
    ...options.environment,
  };
  const services: AppProcess[] = [];
  const urls: Record<string, string> = {};
  for (const name of SERVICES) {
    const replicas = options.replicas?.[name] ?? 1;
    const ports: number[] = [];
    for (let i = 0; i < replicas; i++) ports.push((i === 0 ? options.ports?.[name] : undefined) ?? (await freePort()));
    for (const [i, port] of ports.entries())
      services.push(new AppProcess(name, port, common, join(options.logs, `${name}${i === 0 ? '' : `-${i + 1}`}.log`)));
    urls[`${name.replaceAll('-', '_').toUpperCase()}_URL`] = ports.map((port) => `http://127.0.0.1:${port}`).join(',');
  }
  const port = options.ports?.gateway ?? (await freePort());
  const environment = { ...common, ...urls, PUBLIC_URL: `http://127.0.0.1:${port}` };
  const gateway = new AppProcess('gateway', port, environment, join(options.logs, 'gateway.log'));
  return new Stack(gateway, services);
}

/** Migrates and starts everything; resolves when all of it is ready. Replicas that start together migrate one after another. */
export async function startStack(stack: Stack): Promise<void> {
  for (const process of stack.all) process.start('migrate', 'serve');
  await Promise.all(stack.all.map((process) => process.ready()));
}
