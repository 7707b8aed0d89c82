import type { Envelope } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import { whyBehind } from './behind.js';
import type { Verdict } from './held-event.js';
import { streamOf } from './message.js';

// By the primary key, whatever the planner believes of a table that was empty when it planned: a join with the events at
// hand was measured to look at every stream the consumer ever had, 15 ms per event after 20,000.
const STREAMS = `
  insert into inbox_sequence as s (consumer, topic, source, aggregate_id, last_sequence)
  select $1, $2, v.source, v.aggregate_id, v.last_sequence
  from unnest($3::text[], $4::text[], $5::bigint[]) as v (source, aggregate_id, last_sequence)
  order by v.source, v.aggregate_id
  on conflict (consumer, topic, source, aggregate_id) do update`;
// The usual case is written at once, that all events at hand are the next ones of their streams.
const LOCK = `${STREAMS} set last_sequence = greatest(s.last_sequence, excluded.last_sequence)
  returning source, aggregate_id, coalesce(old.last_sequence, 0) as before, last_sequence as written`;
const CORRECT = `${STREAMS} set last_sequence = excluded.last_sequence`;
const TAKE = `
  insert into inbox (consumer, event_id) select $1, unnest($2::uuid[])
  on conflict do nothing returning event_id`;

/** One stream of the events at hand; `last` is the number of the last event taken of it. */
interface Stream {
  readonly source: string;
  readonly aggregateId: string;
  readonly written: bigint;
  last: bigint;
}

/** How far one consumer is in the streams of some events, locked for the rest of a transaction. */
export class Inbox {
  private constructor(
    private readonly tx: Tx,
    private readonly consumer: string,
    private readonly topic: string,
    private readonly streams: ReadonlyMap<string, Stream>,
    private readonly fresh: Set<string>,
  ) {}

  /** Locks the streams, then enters the ids that were not seen before; one round trip. */
  static async open(tx: Tx, consumer: string, topic: string, envelopes: readonly Envelope[]): Promise<Inbox> {
    const furthest = new Map<string, Envelope>();
    for (const envelope of envelopes) {
      const known = furthest.get(streamOf(envelope));
      if (!known || known.sequence < envelope.sequence) furthest.set(streamOf(envelope), envelope);
    }
    const streams = [...furthest.values()].map(({ source, subject, sequence }) => {
      return { source, aggregateId: subject, last: BigInt(sequence) };
    });
    const [locked, taken] = await Promise.all([
      tx.many<Stream & { before: bigint }>(LOCK, rowsOf(consumer, topic, streams)),
      tx.many<{ eventId: string }>(TAKE, [consumer, envelopes.map((envelope) => envelope.id)]),
    ]);
    const found = new Map<string, Stream>();
    for (const { source, aggregateId, before: last, written } of locked)
      found.set(streamOf({ source, subject: aggregateId }), { source, aggregateId, last, written });
    return new Inbox(tx, consumer, topic, found, new Set(taken.map((row) => row.eventId)));
  }

  /** True once per event and consumer, for ever. */
  isFirst(envelope: Envelope): boolean {
    return this.fresh.delete(envelope.id.toLowerCase());
  }

  /** How far after the last applied event this one is: 1 is the next, 0 or less was applied before. */
  distance(envelope: Envelope): bigint {
    return BigInt(envelope.sequence) - this.stream(envelope).last;
  }

  advance(envelope: Envelope): void {
    this.stream(envelope).last = BigInt(envelope.sequence);
  }

  /** Why an event further than 1 after the last one waits. */
  behind({ source, subject, sequence }: Envelope): Promise<Verdict> {
    return whyBehind(this.tx, [this.consumer, this.topic, source, subject], sequence);
  }

  /** Writes how far the streams are now, where it is not what was written when they were locked. */
  close(): void {
    const others = [...this.streams.values()].filter(({ last, written }) => last !== written);
    if (others.length > 0) this.tx.write(CORRECT, rowsOf(this.consumer, this.topic, others));
  }

  private stream(envelope: Envelope): Stream {
    return this.streams.get(streamOf(envelope)) as Stream;
  }
}

type Row = Pick<Stream, 'source' | 'aggregateId' | 'last'>;

function rowsOf(consumer: string, topic: string, streams: readonly Row[]): unknown[] {
  const column = <Key extends keyof Row>(key: Key) => streams.map((stream) => stream[key]);
  return [consumer, topic, column('source'), column('aggregateId'), column('last')];
}
