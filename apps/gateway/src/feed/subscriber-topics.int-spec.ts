import { randomBytes } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { EVENT } from '@yiyang/contracts';
import { kafkaAvailable, startKafka, type RunningKafka } from '@yiyang/local-servers';
import { KafkaBus } from '@yiyang/messaging';
import { createLogger } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';
import { describeWith } from '@yiyang/testing';
import { withPurposes, type ConfiguredClient } from '../clients/configured-client.js';
import { envelopeOf, startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';
import { eventually } from '../testing/read-stream.js';

const available = kafkaAvailable();
const passwords = { vendor: randomBytes(12).toString('hex'), health: randomBytes(12).toString('hex') };
type Account = keyof typeof passwords;

describeWith(available.ok ? 'here' : undefined, 'a Kafka topic per subscriber', () => {
  let kafka: RunningKafka;
  let stack: GatewayStack;
  let platform: KafkaBus;
  const consumers: { disconnect(): Promise<void> }[] = [];

  beforeAll(async () => {
    const accounts = Object.entries(passwords).map(([name, password]) => ({ name, password }));
    kafka = await startKafka({ accounts });
    const settings = { brokers: [kafka.brokers] };
    const clients: ConfiguredClient[] = [
      withPurposes({ clientId: 'vendor-1', role: 'INTEGRATOR', region: '421202', kafkaAccount: 'vendor' }),
      withPurposes({ clientId: 'xianan-health', role: 'HEALTH', region: '421202', kafkaAccount: 'health' }),
    ];
    stack = await startGatewayStack({ kafka: settings, clients });
    platform = new KafkaBus({ ...settings, clientId: 'test' }, createLogger('test'));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(consumers.map((consumer) => consumer.disconnect()));
    await platform.stop();
    await stack.stop();
    await kafka.stop();
  });

  async function say(institutionId: string, sequence: number): Promise<string> {
    const data = { institutionId, from: 'NOT_STARTED', to: 'OPERATING', effectiveOn: '2026-03-02' } as const;
    const record = envelopeOf(EVENT.institutionOperationChangedV1, institutionId, data, sequence);
    await platform.publishBatch([record]);
    return record.eventId;
  }

  const clientOf = (account: Account) =>
    new Kafka({
      brokers: [kafka.saslBrokers as string],
      sasl: { mechanism: 'scram-sha-512', username: account, password: passwords[account] },
      logLevel: logLevel.NOTHING,
      retry: { retries: 2, initialRetryTime: 50 },
    });

  async function follow(account: Account, topic: string, groupId = topic): Promise<{ id: string; subject: string }[]> {
    const consumer = clientOf(account).consumer({ groupId, retry: { retries: 2, initialRetryTime: 50 } });
    consumers.push(consumer);
    const seen: { id: string; subject: string }[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) =>
        void seen.push(JSON.parse((message.value as Buffer).toString()) as { id: string; subject: string }),
    });
    return seen;
  }

  const typeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'ALLOWED',
      (error: { type?: string; cause?: { type?: string } }) => error.type ?? error.cause?.type ?? 'ANOTHER FAULT',
    );

  it('gives the account its events, in the order of the log', async () => {
    const institutionId = newId();
    const said = [await say(institutionId, 1), await say(institutionId, 2)];
    const others = await Promise.all(Array.from({ length: 20 }, () => say(newId(), 1)));
    let seen: { id: string; subject: string }[] = [];
    // The topic and the right come with the first event.
    await eventually(
      async () => (await clientOf('vendor').admin().listTopics()).includes('yiyang.out.vendor-1'),
      60_000,
    );
    seen = await follow('vendor', 'yiyang.out.vendor-1');
    await eventually(() => seen.length === said.length + others.length, 60_000);
    expect(seen.filter((event) => event.subject === institutionId).map((event) => event.id)).toEqual(said);
  }, 120_000);

  it('is shut to every other account, and so are the platform’s own topics', async () => {
    expect(await typeOf(follow('health', 'yiyang.out.vendor-1', 'yiyang.out.xianan-health'))).toMatch(
      'TOPIC_AUTHORIZATION_FAILED',
    );
    expect(await typeOf(follow('vendor', 'yiyang.institution.v1', 'yiyang.out.vendor-1'))).toMatch(
      'TOPIC_AUTHORIZATION_FAILED',
    );
    const visible = await clientOf('health').admin().listTopics();
    expect(visible).toEqual(['yiyang.out.xianan-health']);
    const write = clientOf('vendor').producer();
    await write.connect();
    const sent = write.send({ topic: 'yiyang.out.vendor-1', messages: [{ value: 'forged' }] });
    expect(await typeOf(sent)).toMatch('TOPIC_AUTHORIZATION_FAILED');
    await write.disconnect();
  }, 120_000);

  it('goes on where it was after a restart of the gateway, and loses nothing', async () => {
    const seen = await follow('health', 'yiyang.out.xianan-health');
    await eventually(() => seen.length === 22, 60_000);
    await stack.restart();
    const said = await say(newId(), 1);
    await eventually(() => seen.some((event) => event.id === said), 60_000);
    expect(new Set(seen.map((event) => event.id)).size).toBe(23);
  }, 120_000);

  it('is shut to a client that is no subscriber any more', async () => {
    expect(await typeOf(readAgain())).toBe('ALLOWED');
    const clients = stack.config.clients.filter((client) => client.clientId !== 'vendor-1');
    await stack.restart({ clients });
    await eventually(async () => (await typeOf(readAgain())) === 'TOPIC_AUTHORIZATION_FAILED', 60_000);
  }, 120_000);

  async function readAgain(): Promise<void> {
    const offsets = await clientOf('vendor').admin().fetchTopicOffsets('yiyang.out.vendor-1');
    expect(offsets).toBeDefined();
  }
});
