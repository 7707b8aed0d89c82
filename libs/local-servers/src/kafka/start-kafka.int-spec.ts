import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { descendants, killHard, launch, survivors } from '../testing/launcher.js';
import { kafkaAvailable } from './jars.js';
import { startKafka, type RunningKafka } from './start-kafka.js';

const available = kafkaAvailable();
if (!available.ok) process.stderr.write(`Skipped: ${available.reason}\n`);
const describeKafka = available.ok ? describe : describe.skip;

const ACCOUNT = { name: 'integrator', password: 'right-one' };
const TOPIC = 'ten-messages';
const TEN = Array.from({ length: 10 }, (_, index) => `message ${index}`);

function client(broker: string, account?: { name: string; password: string }): Kafka {
  return new Kafka({
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    retry: { retries: 5 },
    ...(account && { sasl: { mechanism: 'scram-sha-512', username: account.name, password: account.password } }),
  });
}

async function produceTen(kafka: Kafka): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }], waitForLeaders: true });
  await admin.disconnect();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic: TOPIC, acks: -1, messages: TEN.map((value) => ({ key: 'k', value })) });
  await producer.disconnect();
}

async function consumeTen(kafka: Kafka, groupId: string): Promise<string[]> {
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  const values: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const eachMessage = ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
      values.push(String(message.value));
      if (values.length === TEN.length) resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return values;
}

describeKafka('a local Kafka', () => {
  let dataDir: string;
  let kafka: RunningKafka;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'yiyang-kafka-test-'));
    kafka = await startKafka({ dataDir, accounts: [ACCOUNT] });
  }, 120_000);

  afterAll(async () => {
    await kafka.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps ten messages through kill -9 and a restart on the same port', async () => {
    const kafkajs = client(kafka.brokers);
    await produceTen(kafkajs);
    expect(await consumeTen(kafkajs, 'before')).toEqual(TEN);
    await kafka.kill();
    await kafka.restart();
    expect(await consumeTen(kafkajs, 'after')).toEqual(TEN);
  }, 120_000);

  it('admits the account with its password, who sees nothing without an ACL', async () => {
    const admin = client(kafka.saslBrokers as string, ACCOUNT).admin();
    await admin.connect();
    expect(await admin.listTopics()).toEqual([]);
    await admin.disconnect();
  });

  it('refuses the account with a wrong password', async () => {
    const admin = client(kafka.saslBrokers as string, { ...ACCOUNT, password: 'wrong-one' }).admin();
    await expect(admin.connect()).rejects.toThrow(/SASL SCRAM SHA512 authentication failed/);
    await admin.disconnect();
  });

  it('names the port when it is in use', async () => {
    const port = Number(kafka.brokers.split(':')[1]);
    await expect(startKafka({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is already in use`);
  });

  it('refuses an account that its tool cannot write down', async () => {
    const accounts = [{ name: 'a', password: 'with,comma' }];
    await expect(startKafka({ accounts })).rejects.toThrow('Kafka account a');
  });
});

describeKafka('a local Kafka whose launcher is killed with -9', () => {
  it('is gone within 5 s', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'yiyang-kafka-test-'));
    const { launcher } = await launch<{ pid: number }>(`
      const kafka = await local.startKafka({ dataDir: ${JSON.stringify(dataDir)} });
      tell({ pid: kafka.pid });`);
    const members = descendants(launcher.pid as number);
    expect(members.length).toBeGreaterThanOrEqual(2);
    await killHard(launcher);
    expect(await survivors(members)).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);
});
