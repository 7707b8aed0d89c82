import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { kafkaBrokers } from '@yiyang/testing';
import type { TestStack } from './test-stack.js';

/** Puts bytes that are no event of ours on a topic, past every relay. */
export async function sendForeignMessage(platform: TestStack, topic: string, text: string): Promise<void> {
  if (platform.driver === 'postgres') {
    const table = `topic_${topic.replaceAll(/[.-]/g, '_')}`;
    await platform.databases.rows(
      'bus',
      `insert into ${table} (position, event_id, aggregate_id, envelope)
       select coalesce(max(position), 0) + 1, gen_random_uuid(), 'nobody', $1 from ${table}`,
      [text],
    );
    return;
  }
  const brokers = (kafkaBrokers() ?? '').split(',');
  const kafka = new Kafka({ brokers, clientId: 'stranger', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic: platform.topicPrefix + topic, messages: [{ key: 'nobody', value: text }] });
  await producer.disconnect();
}
