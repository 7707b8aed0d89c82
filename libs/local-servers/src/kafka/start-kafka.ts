import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, requireFreePort } from '../ports.js';
import { ServerLog } from '../server-log.js';
import { superviseChild, type SupervisedChild } from '../supervise-child.js';
import { scramArguments, serverProperties, type KafkaAccount, type KafkaPorts } from './configuration.js';
import { kafkaAvailable, kafkaJars } from './jars.js';
import { answersKafka } from './probe.js';

export interface StartKafkaOptions {
  /** Default: a temporary folder that `stop` removes. */
  dataDir?: string;
  /** Of the plain listener. Default: any free port. */
  port?: number;
  /** Forget what an earlier run left in `dataDir`. Default false. */
  fresh?: boolean;
  /** SCRAM-SHA-512 accounts for the second listener; made when the storage is made. */
  accounts?: readonly KafkaAccount[];
}

export interface RunningKafka {
  readonly brokers: string;
  /** The listener for accounts; only when accounts were given. */
  readonly saslBrokers?: string;
  /** Of the process now; another one after a restart. */
  readonly pid: number;
  stop(): Promise<void>;
  /** `kill -9`; resolves when the process is gone. The data stays. */
  kill(): Promise<void>;
  /** Starts again on the same data and ports, stopping a running one first. */
  restart(): Promise<void>;
}

interface Node {
  jars: string;
  folder: string;
  ports: KafkaPorts;
}

/** A cold JVM on a busy machine, plus the wait for an old registration after kill -9. */
const READY_MS = 90_000;
const POLL_MS = 100;

/**
 * Starts one Apache Kafka node (KRaft, no ZooKeeper) on 127.0.0.1 as a child that cannot outlive this process.
 * @throws Error with one sentence: no Java or Maven, port in use, Kafka's own complaint
 */
export async function startKafka(options: StartKafkaOptions = {}): Promise<RunningKafka> {
  const available = kafkaAvailable();
  if (!available.ok) throw new Error(available.reason);
  if (options.port !== undefined) await requireFreePort(options.port, 'Kafka');

  const temporary = options.dataDir === undefined ? mkdtempSync(join(tmpdir(), 'yiyang-kafka-')) : undefined;
  const forget = (): void => {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  };
  try {
    const node = await prepareNode({ ...options, dataDir: temporary ?? resolve(options.dataDir as string) });
    const server = await startServer(node);
    return runningKafka(node, server, { withAccounts: options.accounts !== undefined, forget });
  } catch (error) {
    forget();
    throw error;
  }
}

function runningKafka(
  node: Node,
  started: SupervisedChild,
  options: { withAccounts: boolean; forget(): void },
): RunningKafka {
  let server = started;
  return {
    brokers: `127.0.0.1:${node.ports.plain}`,
    ...(options.withAccounts && { saslBrokers: `127.0.0.1:${node.ports.sasl}` }),
    get pid() {
      return server.pid;
    },
    stop: async () => {
      await server.stop();
      options.forget();
    },
    kill: async () => {
      server.kill();
      await server.exited;
    },
    restart: async () => {
      await server.stop();
      server = await startServer(node);
    },
  };
}

async function prepareNode(options: StartKafkaOptions & { dataDir: string }): Promise<Node> {
  const folder = join(options.dataDir, 'kafka4');
  if (options.fresh) rmSync(folder, { recursive: true, force: true });
  const logFolder = join(folder, 'log');
  const formatted = existsSync(join(logFolder, 'meta.properties'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);

  const [plain, controller, sasl] = (await freePorts(3)) as [number, number, number];
  const ports = { plain: options.port ?? plain, controller, sasl };
  const withAccounts = options.accounts !== undefined;
  writeFileSync(join(folder, 'server.properties'), serverProperties({ logFolder, ports, withAccounts }));
  const node = { jars: await kafkaJars(), folder, ports };
  if (!formatted) await format(node, options.accounts ?? []);
  return node;
}

async function format(node: Node, accounts: readonly KafkaAccount[]): Promise<void> {
  // The tool would take an id that begins with a dash for an option.
  const clusterId = `K${randomBytes(16).toString('base64url').slice(1)}`;
  const scram = scramArguments(accounts);
  const log = new ServerLog(join(node.folder, 'kafka.log'));
  try {
    const tool = java(node, log, [
      'kafka.tools.StorageTool',
      'format',
      '-t',
      clusterId,
      '-c',
      properties(node),
      ...scram,
    ]);
    if ((await tool.exited) !== 0) throw new Error(`Kafka's storage could not be made: ${log.reason()}.`);
  } finally {
    log.close();
  }
}

async function startServer(node: Node): Promise<SupervisedChild> {
  const log = new ServerLog(join(node.folder, 'kafka.log'));
  try {
    const server = java(node, log, ['kafka.Kafka', properties(node)]);
    let ended = false;
    void server.exited.then(() => (ended = true));
    const deadline = Date.now() + READY_MS;
    while (!(await answersKafka(node.ports.plain))) {
      if (ended) throw new Error(`Kafka did not start: ${log.reason()}.`);
      if (Date.now() > deadline) {
        server.kill();
        throw new Error(`Kafka did not answer within ${READY_MS / 1000} s: ${log.reason()}.`);
      }
      await sleep(POLL_MS);
    }
    return server;
  } finally {
    log.close();
  }
}

function java(node: Node, log: ServerLog, args: string[]): SupervisedChild {
  const jvm = ['-Xmx512m', '-Xms128m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', join(node.jars, '*')];
  return superviseChild('java', [...jvm, ...args], { cwd: node.folder, stdout: log.fd, stderr: log.fd });
}

function properties(node: Node): string {
  return join(node.folder, 'server.properties');
}
