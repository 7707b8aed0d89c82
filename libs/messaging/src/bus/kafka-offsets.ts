import type { Consumer } from 'kafkajs';

const COMMIT_MS = 200;

/**
 * How far a consumer of a group is, told to the broker now and then: after the database's commit, never before. A commit per
 * batch would cost a round trip per event and partition. What was not yet told when the group is joined anew is read again
 * and left out here; when a process dies, another one finds it in the inbox.
 */
export class KafkaOffsets {
  private readonly applied = new Map<string, Reached>();
  private readonly untold = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private telling: Promise<void> | undefined;

  constructor(private readonly consumer: Pick<Consumer, 'on' | 'events' | 'commitOffsets'>) {
    this.timer = setInterval(() => void this.tell(), COMMIT_MS).unref();
    // Partitions of before may be another member's now, who is further.
    consumer.on(consumer.events.GROUP_JOIN, () => this.untold.clear());
  }

  /** Everything before `offset` has taken effect. */
  reach(topic: string, partition: number, offset: bigint): void {
    const place = placeOf(topic, partition);
    this.applied.set(place, { topic, partition, offset });
    this.untold.add(place);
  }

  /** Everything before this has taken effect through this process, whatever the broker was told. */
  reached(topic: string, partition: number): bigint {
    return this.applied.get(placeOf(topic, partition))?.offset ?? 0n;
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
    const told = [...this.untold].map((place) => this.applied.get(place) as Reached);
    if (told.length === 0) return;
    try {
      await this.consumer.commitOffsets(told.map((reached) => ({ ...reached, offset: String(reached.offset) })));
    } catch {
      return;
    }
    for (const { topic, partition, offset } of told)
      if (this.reached(topic, partition) === offset) this.untold.delete(placeOf(topic, partition));
  }
}

interface Reached {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

const placeOf = (topic: string, partition: number) => `${partition} ${topic}`;
