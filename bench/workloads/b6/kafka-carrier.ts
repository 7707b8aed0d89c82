import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { Waiting, type Carrier } from './carrier.ts';

const TOPIC = 'bench-carried';
/** A group that has just been joined answers ten times slower for half a second. */
const SETTLE_MS = 1500;

/** One kafkajs producer with acks=all and one consumer on a topic of one partition. */
export async function kafkaCarrier(brokers: string): Promise<Carrier> {
  const kafka = new Kafka({ brokers: brokers.split(','), clientId: 'bench', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }], waitForLeaders: true });
  const producer = kafka.producer({ maxInFlightRequests: 1, allowAutoTopicCreation: false });
  const consumer = kafka.consumer({ groupId: 'bench-carried', maxWaitTimeInMs: 500 });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [TOPIC] });
  const waiting = new Waiting();
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ message }) => Promise.resolve(waiting.arrived(message.value?.toString() ?? '')),
  });
  await sleep(SETTLE_MS);
  return {
    driver: 'kafka',
    carry: async (payload) => {
      const started = performance.now();
      const arrival = waiting.expect(payload);
      await producer.send({ topic: TOPIC, acks: -1, messages: [{ value: payload }] });
      await arrival;
      return performance.now() - started;
    },
    stop: async () => {
      await Promise.all([producer.disconnect(), consumer.disconnect()]);
      await admin.disconnect();
    },
  };
}
