import type { Envelope } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import { whyBehind } from './behind.js';
import type { Verdict } from './held-event.js';
import { streamOf } from './message.js';

const ENSURE_STREAMS = `
  insert into inbox_sequence (consumer, topic, source, aggregate_id, last_sequence)
  select $1, $2, s.source, s.aggregate_id, 0
  from unnest($3::text[], $4::text[]) as s (source, aggregate_id)
  order by s.source, s.aggregate_id on conflict do nothing`;
const LOCK_STREAMS = `
  select source, aggregate_id, last_sequence from inbox_sequence
  where consumer = $1 and topic = $2 and (source, aggregate_id) in (select * from unnest($3::text[], $4::text[]))
  order by source, aggregate_id for update`;
const TAKE = `
  insert into inbox (consumer, event_id) select $1, unnest($2::uuid[])
  on conflict do nothing returning event_id`;
const ADVANCE = `
  update inbox_sequence s set last_sequence = v.last_sequence
  from unnest($3::text[], $4::text[], $5::bigint[]) as v (source, aggregate_id, last_sequence)
  where s.consumer = $1 and s.topic = $2 and s.source = v.source and s.aggregate_id = v.aggregate_id`;
/** How far one consumer is in the streams of some events, locked for the rest of a transaction. */
export class Inbox {
  private readonly moved = new Map<string, { envelope: Envelope; sequence: bigint }>();

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
    const keys = [consumer, topic, streams.map((stream) => stream.source), streams.map((stream) => stream.subject)];
    tx.write(ENSURE_STREAMS, keys);
    const [locked, taken] = await Promise.all([
      tx.many<{ source: string; aggregateId: string; lastSequence: bigint }>(LOCK_STREAMS, keys),
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
    const moved = [...this.moved.values()];
    this.tx.write(ADVANCE, [
      this.consumer,
      this.topic,
      moved.map(({ envelope }) => envelope.source),
      moved.map(({ envelope }) => envelope.subject),
      moved.map(({ sequence }) => sequence),
    ]);
  }
}
