import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { errorFields, type Logger } from '@yiyang/observability';
import { Backoff } from '../backoff.js';
import { Signal } from '../signal.js';
import { StaleReader, type RunningSubscription, type Subscription, type TopicProgress } from './event-bus.js';
import { incomingBatches } from './kafka-batch.js';
import { KafkaOffsets } from './kafka-offsets.js';

const HEARTBEAT_MS = 1500;
// How late an idle consumer notices a rebuild.
const LOOK_MS = 2000;

export interface KafkaConnection {
  readonly kafka: Kafka;
  readonly admin: () => Promise<Admin>;
  readonly ensureTopics: (topics: readonly string[]) => Promise<void>;
  readonly prefix: string;
  readonly logger: Logger;
}

/**
 * One consumer of this process in its Kafka group. kafkajs may crash, forget offsets or hand a partition to two members;
 * it is restarted here, and the inbox makes the repeats harmless. A rebuild raises the generation in the service's
 * database: the group's name contains it, so the new generation reads from the beginning while transactions of the old one
 * fail.
 */
export class KafkaSubscription implements RunningSubscription {
  private readonly ended = new Signal();
  private readonly backoff = new Backoff(200, 5000);
  private generation = 0;
  private crashed = false;
  private stopped = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly subscription: Subscription,
    private readonly connection: KafkaConnection,
  ) {}

  async start(): Promise<void> {
    const { consumer, topics, database } = this.subscription;
    await database.transaction(async (tx) => {
      tx.write(`insert into consumer_offset (consumer, topic) select $1, unnest($2::text[]) on conflict do nothing`, [
        consumer,
        topics,
      ]);
    });
    this.running = this.run();
  }

  async progress(): Promise<TopicProgress[]> {
    const admin = await this.connection.admin();
    const groupId = this.groupId(await this.storedGeneration());
    return Promise.all(
      this.subscription.topics.map(async (topic) => {
        const name = this.connection.prefix + topic;
        const [ends, [group]] = await Promise.all([
          admin.fetchTopicOffsets(name),
          admin.fetchOffsets({ groupId, topics: [name] }),
        ]);
        const reached = new Map(group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
        let [position, lag] = [0n, 0n];
        for (const { partition, high, low } of ends) {
          const committed = reached.get(partition) ?? -1n;
          const next = committed < 0n ? BigInt(low) : committed;
          position += next;
          lag += BigInt(high) - next;
        }
        return { topic, position, lag };
      }),
    );
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.ended.raise();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let consumer: Consumer | undefined;
      try {
        await this.connection.ensureTopics(this.subscription.topics);
        this.generation = await this.storedGeneration();
        consumer = this.newConsumer();
        await this.consume(consumer);
      } catch (error) {
        this.logTrouble('a consumer could not start and tries again', error);
        await this.pause(this.backoff.next());
      } finally {
        await consumer?.disconnect().catch((error: unknown) => this.logTrouble('a consumer could not leave', error));
      }
    }
  }

  private newConsumer(): Consumer {
    return this.connection.kafka.consumer({
      groupId: this.groupId(this.generation),
      sessionTimeout: 10_000,
      rebalanceTimeout: 15_000,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 3, restartOnFailure: () => Promise.resolve(false) },
    });
  }

  /** Runs until the consumer stops by itself, has to be made anew, or this subscription is stopped. */
  private async consume(consumer: Consumer): Promise<void> {
    this.crashed = false;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.logTrouble('a consumer crashed and is started again', payload.error);
      this.crash();
    });
    await consumer.connect();
    const topics = this.subscription.topics.map((topic) => this.connection.prefix + topic);
    await consumer.subscribe({ topics, fromBeginning: true });
    const offsets = new KafkaOffsets(consumer);
    try {
      await this.runUntilTheEnd(consumer, offsets);
    } finally {
      await offsets.close();
    }
    if (this.crashed) await this.pause(this.backoff.next());
  }

  private async runUntilTheEnd(consumer: Consumer, offsets: KafkaOffsets): Promise<void> {
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 1,
      eachBatch: (payload) => this.eachBatch(payload, offsets),
    });
    while (!this.stopped && !this.crashed) {
      await this.ended.wait(LOOK_MS);
      if (await this.isRebuilt()) return;
    }
  }

  private async eachBatch(payload: EachBatchPayload, offsets: KafkaOffsets): Promise<void> {
    // A failed heartbeat says that the group changes; the client learns the same from its own next one.
    const beat = setInterval(() => void payload.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    const isMine = () => !this.stopped && !this.crashed && payload.isRunning() && !payload.isStale();
    try {
      const { subscription, generation } = this;
      const { prefix } = this.connection;
      for (const batch of incomingBatches(payload, { subscription, offsets, prefix, generation, isMine })) {
        if (!isMine()) return;
        await this.subscription.handle(batch);
        this.backoff.reset();
      }
    } catch (error) {
      if (!(error instanceof StaleReader)) throw error;
      if (await this.isRebuilt()) this.crash();
    } finally {
      clearInterval(beat);
    }
  }

  private crash(): void {
    this.crashed = true;
    this.ended.raise();
  }

  private groupId(generation: number): string {
    const name = this.connection.prefix + this.subscription.group;
    return generation === 0 ? name : `${name}.g${generation}`;
  }

  private async isRebuilt(): Promise<boolean> {
    // While the database is away nothing can be applied anyhow, and the group need not be disturbed.
    return (await this.storedGeneration().catch(() => this.generation)) !== this.generation;
  }

  /** All topics of a consumer are rebuilt together, so they share one number. */
  private async storedGeneration(): Promise<number> {
    const { consumer, database } = this.subscription;
    const row = await database.find<{ generation: number | null }>(
      'select max(generation) as generation from consumer_offset where consumer = $1',
      [consumer],
    );
    return row?.generation ?? 0;
  }

  private async pause(milliseconds: number): Promise<void> {
    if (!this.stopped) await this.ended.wait(milliseconds);
  }

  private logTrouble(message: string, error: unknown): void {
    const { consumer } = this.subscription;
    this.connection.logger.warn(message, { consumer, driver: 'kafka', ...errorFields(error) });
  }
}
