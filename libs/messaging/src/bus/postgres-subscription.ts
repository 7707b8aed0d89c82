import type { RunningSubscription, TopicProgress } from './event-bus.js';
import { PostgresTopicReader, type Reading } from './postgres-topic-reader.js';
import { topicTable } from './topic-table.js';

/** One consumer of this process on the postgres driver: a reader per topic, each active in one replica only. */
export class PostgresSubscription implements RunningSubscription {
  private readonly readers: PostgresTopicReader[];

  constructor(private readonly reading: Reading) {
    this.readers = reading.subscription.topics.map((topic) => new PostgresTopicReader(topic, reading));
  }

  async start(): Promise<void> {
    const { consumer, topics, database } = this.reading.subscription;
    await database.transaction(async (tx) => {
      tx.write(`insert into consumer_offset (consumer, topic) select $1, unnest($2::text[]) on conflict do nothing`, [
        consumer,
        topics,
      ]);
    });
    for (const reader of this.readers) reader.start();
  }

  async progress(): Promise<TopicProgress[]> {
    const { consumer, topics, database } = this.reading.subscription;
    const offsets = await database.many<{ topic: string; position: bigint }>(
      'select topic, position from consumer_offset where consumer = $1',
      [consumer],
    );
    const reached = new Map(offsets.map((offset) => [offset.topic, offset.position]));
    return Promise.all(
      topics.map(async (topic) => {
        const end = await this.reading.bus.find<{ end: bigint }>(
          `select coalesce(max(position), 0) as end from ${topicTable(topic)}`,
        );
        const position = reached.get(topic) ?? 0n;
        return { topic, position, lag: (end?.end ?? 0n) - position };
      }),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.stop()));
  }
}
