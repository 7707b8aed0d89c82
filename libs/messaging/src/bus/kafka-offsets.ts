import type { Consumer } from 'kafkajs';

const COMMIT_MS = 200;

interface Reached {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * How far a consumer of a group is, told to the broker now and then: after the database's commit, never before. A commit per
 * batch would cost a round trip per event and partition; what was not yet told when a process dies is read again and found
 * in the inbox.
 */
export class KafkaOffsets {
  private readonly untold = new Map<string, Reached>();
  private readonly timer: NodeJS.Timeout;
  private telling: Promise<void> | undefined;

  constructor(private readonly consumer: Pick<Consumer, 'on' | 'events' | 'commitOffsets'>) {
    this.timer = setInterval(() => void this.tell(), COMMIT_MS).unref();
    // Partitions of before may be another member's now, who is further.
    consumer.on(consumer.events.GROUP_JOIN, () => this.untold.clear());
  }

  /** Everything before `offset` has taken effect. */
  reach(topic: string, partition: number, offset: bigint): void {
    this.untold.set(`${partition} ${topic}`, { topic, partition, offset: String(offset) });
  }

  /** Tells the last of it; the consumer must still be connected. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.telling;
    await this.tell();
  }

  private tell(): Promise<void> {
    this.telling ??= this.tellOnce().finally(() => (this.telling = undefined));
    return this.telling;
  }

  /** What the broker refuses is told again: a partition in which nothing more happens would otherwise look unread for ever. */
  private async tellOnce(): Promise<void> {
    const told = [...this.untold];
    if (told.length === 0) return;
    try {
      await this.consumer.commitOffsets(told.map(([, reached]) => reached));
    } catch {
      return;
    }
    for (const [place, reached] of told) if (this.untold.get(place) === reached) this.untold.delete(place);
  }
}
