import type { Envelope } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import { whyBehind } from './behind.js';
import type { Verdict } from './held-event.js';
import { streamOf } from './message.js';

// Both by the primary key, whatever the planner believes of a table that was empty when it planned: a join with the streams
// was measured to look at every stream the consumer ever had, 15 ms per event after 20,000.
const STREAMS = `
  insert into inbox_sequence as s (consumer, topic, source, aggregate_id, last_sequence)
  select $1, $2, v.source, v.aggregate_id, v.last_sequence
  from unnest($3::text[], $4::text[], $5::bigint[]) as v (source, aggregate_id, last_sequence)
  order by v.source, v.aggregate_id
  on conflict (consumer, topic, source, aggregate_id) do update`;
const LOCK = `${STREAMS} set last_sequence = s.last_sequence returning source, aggregate_id, last_sequence`;
const ADVANCE = `${STREAMS} set last_sequence = excluded.last_sequence`;
const TAKE = `
  insert into inbox (consumer, event_id) select $1, unnest($2::uuid[])
  on conflict do nothing returning event_id`;

/** A stream, by any event of it, and the last event taken of it. */
interface Reached {
  readonly envelope: Envelope;
  readonly sequence: bigint;
}

/** How far one consumer is in the streams of some events, locked for the rest of a transaction. */
export class Inbox {
  private readonly moved = new Map<string, Reached>();

  private constructor(
    private readonly tx: Tx,
    private readonly consumer: string,
    private readonly topic: string,
    private readonly last: Map<string, bigint>,
    private readonly fresh: Set<string>,
  ) {}

  /** Locks the streams, then enters the ids that were not seen before; one round trip. */
  static async open(tx: Tx, consumer: string, topic: string, envelopes: readonly Envelope[]): Promise<Inbox> {
    const streams = [...new Map(envelopes.map((envelope) => [streamOf(envelope), envelope])).values()];
    const [locked, taken] = await Promise.all([
      tx.many<{ source: string; aggregateId: string; lastSequence: bigint }>(
        LOCK,
        rowsOf(
          consumer,
          topic,
          streams.map((envelope) => ({ envelope, sequence: 0n })),
        ),
      ),
      tx.many<{ eventId: string }>(TAKE, [consumer, envelopes.map((envelope) => envelope.id)]),
    ]);
    const last = new Map(locked.map((row) => [`${row.source} ${row.aggregateId}`, row.lastSequence]));
    return new Inbox(tx, consumer, topic, last, new Set(taken.map((row) => row.eventId)));
  }

  /** True once per event and consumer, for ever. */
  isFirst(envelope: Envelope): boolean {
    return this.fresh.delete(envelope.id.toLowerCase());
  }

  /** How far after the last applied event this one is: 1 is the next, 0 or less was applied before. */
  distance(envelope: Envelope): bigint {
    return BigInt(envelope.sequence) - (this.last.get(streamOf(envelope)) ?? 0n);
  }

  advance(envelope: Envelope): void {
    const sequence = BigInt(envelope.sequence);
    this.last.set(streamOf(envelope), sequence);
    this.moved.set(streamOf(envelope), { envelope, sequence });
  }

  /** Why an event further than 1 after the last one waits. */
  behind({ source, subject, sequence }: Envelope): Promise<Verdict> {
    return whyBehind(this.tx, [this.consumer, this.topic, source, subject], sequence);
  }

  /** Writes how far the streams are now. */
  close(): void {
    if (this.moved.size === 0) return;
    this.tx.write(ADVANCE, rowsOf(this.consumer, this.topic, [...this.moved.values()]));
  }
}

function rowsOf(consumer: string, topic: string, streams: readonly Reached[]): unknown[] {
  return [
    consumer,
    topic,
    streams.map(({ envelope }) => envelope.source),
    streams.map(({ envelope }) => envelope.subject),
    streams.map(({ sequence }) => sequence),
  ];
}
