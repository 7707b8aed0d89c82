import { newId, type FieldProtection, type Tx } from '@yiyang/persistence';
import type { Envelope } from '@yiyang/contracts';
import type { IncomingRecord } from '../bus/event-bus.js';

/** PARKED: retried by itself. QUEUED: behind another held event of its stream. DEAD: waits for a person. */
export type HeldState = 'PARKED' | 'QUEUED' | 'DEAD';

export interface Verdict {
  readonly state: HeldState;
  /** A code, never text of the message. */
  readonly reason: string;
}

export type Sealer = Pick<FieldProtection, 'platformSeal' | 'platformOpen'>;

const PURPOSE = 'held-event';

const HOLD = `
  insert into held_event (id, consumer, topic, place, sent_as, source, aggregate_id, sequence, event_id, type, state,
                          reason, sealed, length, attempts, next_try_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, now() + interval '50 milliseconds')`;

/** Writes messages that cannot be applied now; their bytes are sealed, because nobody knows what they contain. */
export class HeldEventWriter {
  constructor(
    private readonly consumer: string,
    private readonly sealer: Sealer,
  ) {}

  hold(tx: Tx, topic: string, record: IncomingRecord, envelope: Envelope, verdict: Verdict): void {
    const stream = [envelope.source, envelope.subject, envelope.sequence, envelope.id, envelope.type];
    this.insert(tx, HOLD, topic, record, stream, verdict);
  }

  /** The same message may come again and has no envelope by which the inbox could know it. */
  holdUnreadable(tx: Tx, topic: string, record: IncomingRecord, reason: string): void {
    const aggregateId = record.key !== undefined && /^[\w-]{1,64}$/.test(record.key) ? record.key : null;
    const again = `${HOLD} on conflict (consumer, topic, coalesce(sent_as, place)) where event_id is null do nothing`;
    this.insert(tx, again, topic, record, [null, aggregateId, null, null, null], { state: 'DEAD', reason });
  }

  private insert(
    tx: Tx,
    sql: string,
    topic: string,
    record: IncomingRecord,
    stream: readonly unknown[],
    verdict: Verdict,
  ): void {
    const id = newId();
    const sealed = this.sealer.platformSeal(PURPOSE, record.value, id);
    const { state, reason } = verdict;
    const origin = [this.consumer, topic, record.place, record.sentAs?.slice(0, 64) ?? null];
    tx.write(sql, [id, ...origin, ...stream, state, reason, sealed, record.value.length]);
  }
}

/** The bytes of a held message. */
export function openHeld(sealer: Sealer, held: { id: string; sealed: Buffer }): Buffer {
  return sealer.platformOpen(PURPOSE, held.sealed, held.id);
}
