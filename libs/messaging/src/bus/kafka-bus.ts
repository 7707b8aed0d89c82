import { setTimeout as sleep } from 'node:timers/promises';
import { KafkaJSError, Partitioners, type Admin, type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import type { Logger } from '@yiyang/observability';
import type { EventBus, OutgoingRecord, RunningSubscription, Subscription } from './event-bus.js';
import { calmIdleConnections } from './kafkajs-idle-timer.js';
import { kafkaClient, type KafkaSettings } from './kafka-settings.js';
import { KafkaSubscription } from './kafka-subscription.js';

const LOOK_MS = 50;
const LOOKS = 100;

/**
 * Waits until every leader of a topic knows that it leads. A new one may not yet, and kafkajs answers that by sending the
 * whole batch again, also what other partitions have taken: seen in one of five first batches of a new topic.
 */
async function leadersKnow(admin: Admin, topic: string): Promise<void> {
  for (let look = 1; ; look++) {
    try {
      await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (look === LOOKS || !(error instanceof KafkaJSError && error.retriable)) throw error;
      await sleep(LOOK_MS);
    }
  }
}

/**
 * Apache Kafka through kafkajs. Connections are made when first needed, so a broker that is away at start is no reason
 * for a service not to start.
 */
export class KafkaBus implements EventBus {
  readonly driver = 'kafka';
  private readonly kafka: Kafka;
  private readonly producer: Producer;
  private readonly admin: Admin;
  private readonly subscriptions: KafkaSubscription[] = [];
  private readonly existing = new Set<string>();
  private producerReady: Promise<void> | undefined;
  private adminReady: Promise<void> | undefined;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly logger: Logger,
  ) {
    calmIdleConnections();
    this.kafka = kafkaClient(settings, logger);
    this.admin = this.kafka.admin();
    // No idempotent producer: with one send in flight it adds nothing that the inbox does not do, and kafkajs loses its
    // sequence numbers when sends overlap.
    this.producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      maxInFlightRequests: 1,
    });
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  async publishBatch(records: readonly OutgoingRecord[]): Promise<void> {
    const byTopic = Map.groupBy(records, (record) => record.topic);
    await this.ensureTopics([...byTopic.keys()]);
    await this.producerConnected();
    const topicMessages: TopicMessages[] = [...byTopic].map(([topic, part]) => ({
      topic: this.named(topic),
      messages: part.map((record) => ({
        key: record.aggregateId,
        value: record.envelope,
        headers: { ce_id: record.eventId, ce_type: record.type },
      })),
    }));
    await this.producer.sendBatch({ topicMessages, acks: -1, timeout: 10_000 });
  }

  async subscribe(subscription: Subscription): Promise<RunningSubscription> {
    const running = new KafkaSubscription(subscription, {
      kafka: this.kafka,
      admin: () => this.adminConnected(),
      ensureTopics: (topics) => this.ensureTopics(topics),
      prefix: this.settings.prefix ?? '',
      logger: this.logger,
    });
    await running.start();
    this.subscriptions.push(running);
    return running;
  }

  /** Makes the topics that do not exist, kept for ever. Safe from several processes at once. */
  async ensureTopics(topics: readonly string[]): Promise<void> {
    const unknown = topics.filter((topic) => !this.existing.has(topic));
    if (unknown.length === 0) return;
    if (this.settings.createTopics ?? true) await this.createMissing(unknown.map((topic) => this.named(topic)));
    for (const topic of unknown) this.existing.add(topic);
  }

  async stop(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    await this.producer.disconnect();
    await this.admin.disconnect();
  }

  private async createMissing(names: readonly string[]): Promise<void> {
    const admin = await this.adminConnected();
    const there = new Set(await admin.listTopics());
    const topics = names
      .filter((name) => !there.has(name))
      .map((topic) => ({
        topic,
        numPartitions: this.settings.partitions ?? 6,
        replicationFactor: this.settings.replicationFactor ?? -1,
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      }));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
    // For all of them: another process may have made one just now.
    await Promise.all(names.map((name) => leadersKnow(admin, name)));
  }

  private named(topic: string): string {
    return (this.settings.prefix ?? '') + topic;
  }

  private producerConnected(): Promise<void> {
    this.producerReady ??= this.producer.connect().catch((error: unknown) => {
      this.producerReady = undefined;
      throw error;
    });
    return this.producerReady;
  }

  private async adminConnected(): Promise<Admin> {
    this.adminReady ??= this.admin.connect().catch((error: unknown) => {
      this.adminReady = undefined;
      throw error;
    });
    await this.adminReady;
    return this.admin;
  }
}
