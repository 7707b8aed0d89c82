import type { ContractRegistry } from '@yiyang/contracts';
import type { Database, Tx } from '@yiyang/persistence';
import { errorFields, type Logger } from '@yiyang/observability';
import { applyEvent } from './apply-event.js';
import { whyBehind } from './behind.js';
import type { ConsumerDefinition } from './consumer-definition.js';
import { failureOf, MOST_TRIES } from './failure.js';
import { openHeld, type Sealer, type Verdict } from './held-event.js';
import { readMessage, type Message } from './message.js';

export interface HeldRetryParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly logger: Logger;
  /** What this build knows; the contracts unless a test plays an older build. */
  readonly registry?: ContractRegistry | undefined;
}

interface HeldRow {
  id: string;
  consumer: string;
  topic: string;
  aggregateId: string | null;
  eventId: string | null;
  reason: string;
  attempts: number;
  sealed: Buffer;
}

/** Whether tries are counted together: all unexpected failures are one kind, whatever their class. */
const kindOf = (reason: string): string => reason.split(' ', 1)[0] ?? '';

const FETCH = `
  select id, consumer, topic, aggregate_id, event_id, reason, attempts, sealed
  from held_event where id = $1 and state = 'PARKED' for update skip locked`;
const LAST = `
  select last_sequence from inbox_sequence
  where consumer = $1 and topic = $2 and source = $3 and aggregate_id = $4 for update`;
const ADVANCE = `
  update inbox_sequence set last_sequence = $5
  where consumer = $1 and topic = $2 and source = $3 and aggregate_id = $4`;
const RELEASE_NEXT = `
  update held_event set state = 'PARKED', attempts = 0, next_try_at = now()
  where consumer = $1 and topic = $2 and source = $3 and aggregate_id = $4 and sequence = $5 and state = 'QUEUED'`;
const POSTPONE = `
  update held_event set state = $2, reason = $3, attempts = $4,
         next_try_at = now() + interval '1 millisecond' * least(
           case when first_held_at > now() - interval '5 minutes' then 5000 else 30000 end, 50 * 2 ^ least($4, 10))
  where id = $1 and state = 'PARKED'`;
const BECAME_READABLE = `
  update held_event set source = $2, aggregate_id = $3, sequence = $4, event_id = $5, type = $6, next_try_at = now()
  where id = $1`;

/** One more try of one parked event. */
export class HeldRetry {
  constructor(private readonly parts: HeldRetryParts) {}

  /** Applies it, or writes why not and when to try again; throws on passing faults. */
  async tryAgain(id: string, definitions: ReadonlyMap<string, ConsumerDefinition>): Promise<void> {
    let held: HeldRow | undefined;
    try {
      await this.parts.database.transaction(async (tx) => {
        held = await tx.find<HeldRow>(FETCH, [id]);
        const definition = held && definitions.get(held.consumer);
        if (!held || !definition) return;
        const verdict = await this.apply(tx, held, definition);
        if (verdict) this.postpone(tx, held, verdict);
      });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'passing' || !held) throw error;
      const row = held;
      const verdict: Verdict = { state: failure.kind === 'refused' ? 'DEAD' : 'PARKED', reason: failure.reason };
      await this.parts.database.transaction(async (tx) => this.postpone(tx, row, verdict, error));
    }
  }

  private async apply(tx: Tx, held: HeldRow, definition: ConsumerDefinition): Promise<Verdict | undefined> {
    const message = readMessage(openHeld(this.parts.sealer, held), this.parts.registry);
    if (message.kind === 'unreadable') return { state: 'DEAD', reason: message.reason };
    if (held.eventId === null) return this.becomeReadable(tx, held, message);
    const stream = [held.consumer, held.topic, message.envelope.source, message.envelope.subject] as const;
    const { lastSequence } = await tx.one<{ lastSequence: bigint }>(LAST, stream);
    const sequence = BigInt(message.envelope.sequence);
    if (sequence > lastSequence + 1n) return whyBehind(tx, stream, sequence);
    if (sequence === lastSequence + 1n) {
      if (message.kind === 'not-yet') return { state: 'PARKED', reason: message.reason };
      await applyEvent(definition, tx, message);
      tx.write(ADVANCE, [...stream, sequence]);
      tx.write(RELEASE_NEXT, [...stream, sequence + 1n]);
    }
    tx.write('delete from held_event where id = $1', [held.id]);
    return undefined;
  }

  /** A newer build can read it: from now on it is an event in its stream, unless that event came otherwise meanwhile. */
  private async becomeReadable(
    tx: Tx,
    held: HeldRow,
    { envelope }: Message & { kind: 'event' | 'not-yet' },
  ): Promise<undefined> {
    const { source, subject, sequence, id, type } = envelope;
    tx.write(
      `insert into inbox_sequence (consumer, topic, source, aggregate_id, last_sequence) values ($1, $2, $3, $4, 0)
       on conflict do nothing`,
      [held.consumer, held.topic, source, subject],
    );
    const taken = await tx.many(
      'insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id',
      [held.consumer, id],
    );
    if (taken.length === 0) tx.write('delete from held_event where id = $1', [held.id]);
    else tx.write(BECAME_READABLE, [held.id, source, subject, sequence, id, type]);
    return undefined;
  }

  private postpone(tx: Tx, held: HeldRow, verdict: Verdict, error?: unknown): void {
    const attempts = kindOf(held.reason) === kindOf(verdict.reason) ? held.attempts + 1 : 1;
    const isLast = kindOf(verdict.reason) === 'FAILED' && attempts >= MOST_TRIES;
    const state = isLast ? 'DEAD' : verdict.state;
    tx.write(POSTPONE, [held.id, state, verdict.reason, attempts]);
    if (state !== 'DEAD') return;
    this.parts.logger.error('an event became a dead letter', {
      consumer: held.consumer,
      topic: held.topic,
      eventId: held.eventId ?? undefined,
      aggregateId: held.aggregateId ?? undefined,
      ...(error !== undefined && errorFields(error)),
      attempt: attempts,
      reason: verdict.reason,
    });
  }
}
