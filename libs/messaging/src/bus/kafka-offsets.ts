import type { Consumer } from 'kafkajs';

const COMMIT_MS = 200;

/**
 * How far a consumer of a group is, told to the broker now and then: after the database's commit, never before. A commit per
 * batch would cost a round trip per event and partition; what was not yet told when a process dies is read again and found
 * in the inbox.
 */
export class KafkaOffsets {
  private readonly reached = new Map<string, { topic: string; partition: number; offset: string }>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly consumer: Consumer) {
    this.timer = setInterval(() => void this.tell(), COMMIT_MS).unref();
    // Partitions of before may be another member's now, who is further.
    consumer.on(consumer.events.GROUP_JOIN, () => this.reached.clear());
  }

  /** Everything before `offset` has taken effect. */
  reach(topic: string, partition: number, offset: bigint): void {
    this.reached.set(`${partition} ${topic}`, { topic, partition, offset: String(offset) });
  }

  /** Tells the last of it; the consumer must still be connected. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.tell();
  }

  private async tell(): Promise<void> {
    const offsets = [...this.reached.values()];
    this.reached.clear();
    // Refused when the group changes: whoever gets a partition reads it from the offset told before.
    if (offsets.length > 0) await this.consumer.commitOffsets(offsets).catch(() => undefined);
  }
}
