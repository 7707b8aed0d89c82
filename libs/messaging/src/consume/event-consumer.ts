import { setTimeout as sleep } from 'node:timers/promises';
import type { ContractRegistry } from '@yiyang/contracts';
import type { Database, Tx } from '@yiyang/persistence';
import { errorFields, type Logger } from '@yiyang/observability';
import { Backoff } from '../backoff.js';
import { StaleReader, type IncomingBatch, type IncomingRecord } from '../bus/event-bus.js';
import { applyEvent } from './apply-event.js';
import type { ConsumerDefinition } from './consumer-definition.js';
import { failureOf } from './failure.js';
import { HeldEventWriter, type Sealer, type Verdict } from './held-event.js';
import { Inbox } from './inbox.js';
import { readMessage, type Message } from './message.js';

export interface ConsumerFigures {
  /** Called per outcome with how many events had it. */
  count(outcome: 'applied' | 'duplicate' | 'held' | 'passing_fault', events: number): void;
}

export interface EventConsumerParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly logger: Logger;
  readonly figures: ConsumerFigures;
  /** What this build knows; the contracts unless a test plays an older build. */
  readonly registry?: ContractRegistry | undefined;
}

interface Read {
  readonly record: IncomingRecord;
  readonly message: Message;
}

/**
 * `consume()`: takes each event of a batch once and in the order of its aggregate. A whole batch is one transaction;
 * when a handler fails, the batch is done again event by event, so that only the event at fault is held.
 */
export class EventConsumer {
  private readonly held: HeldEventWriter;

  constructor(
    private readonly definition: ConsumerDefinition,
    private readonly parts: EventConsumerParts,
    private readonly onHeld: () => void,
  ) {
    this.held = new HeldEventWriter(definition.name, parts.sealer);
  }

  async consume(batch: IncomingBatch): Promise<void> {
    const reads = batch.records.map((record) => ({ record, message: readMessage(record.value, this.parts.registry) }));
    const all = reads.length - 1;
    try {
      await this.untilItWorks(batch, () => this.transact(batch, reads, all));
    } catch (error) {
      if (error instanceof StaleReader) throw error;
      for (const [index, read] of reads.entries()) await this.consumeOne(batch, read, index);
      return;
    }
    await batch.committed(all);
  }

  private async consumeOne(batch: IncomingBatch, read: Read, index: number): Promise<void> {
    let verdict: Verdict | undefined;
    await this.untilItWorks(batch, async () => {
      try {
        await this.transact(batch, [read], index, verdict);
      } catch (error) {
        const failure = failureOf(error);
        if (verdict || failure.kind === 'passing' || error instanceof StaleReader) throw error;
        verdict = { state: failure.kind === 'refused' ? 'DEAD' : 'PARKED', reason: failure.reason };
        this.logHeld(batch.topic, read.message, verdict, error);
        await this.transact(batch, [read], index, verdict);
      }
    });
    await batch.committed(index);
  }

  /** Passing faults are waited out here: everything behind waits too, and order stays. */
  private async untilItWorks(batch: IncomingBatch, work: () => Promise<void>): Promise<void> {
    const backoff = new Backoff(100, 5000);
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof StaleReader || failureOf(error).kind !== 'passing') throw error;
        this.parts.figures.count('passing_fault', 1);
        const { name: consumer } = this.definition;
        this.parts.logger.error('a passing fault: the topic waits', {
          consumer,
          topic: batch.topic,
          ...errorFields(error),
        });
        await sleep(backoff.next());
        await batch.stillMine();
      }
    }
  }

  /** One transaction over some messages; `verdict` holds instead of applying what would be applied. */
  private async transact(
    batch: IncomingBatch,
    reads: readonly Read[],
    through: number,
    verdict?: Verdict,
  ): Promise<void> {
    const outcomes = { applied: 0, duplicate: 0, held: 0 };
    await this.parts.database.transaction(async (tx) => {
      tx.findByKey();
      batch.enter(tx, through);
      const envelopes = reads.flatMap(({ message }) => (message.kind === 'unreadable' ? [] : [message.envelope]));
      const inbox = await Inbox.open(tx, this.definition.name, batch.topic, envelopes);
      for (const read of reads) outcomes[await this.take(tx, inbox, batch.topic, read, verdict)] += 1;
      inbox.close();
    });
    for (const outcome of ['applied', 'duplicate', 'held'] as const)
      this.parts.figures.count(outcome, outcomes[outcome]);
    if (outcomes.held > 0) this.onHeld();
  }

  private async take(
    tx: Tx,
    inbox: Inbox,
    topic: string,
    { record, message }: Read,
    verdict: Verdict | undefined,
  ): Promise<'applied' | 'duplicate' | 'held'> {
    if (message.kind === 'unreadable') {
      this.held.holdUnreadable(tx, topic, record, message.reason);
      this.logHeld(topic, message, { state: 'DEAD', reason: message.reason });
      return 'held';
    }
    const { envelope } = message;
    const distance = inbox.distance(envelope);
    if (!inbox.isFirst(envelope) || distance <= 0n) return 'duplicate';
    const obstacle = distance > 1n ? await inbox.behind(envelope) : (verdict ?? notYet(message));
    if (obstacle) {
      this.held.hold(tx, topic, record, envelope, obstacle);
      return 'held';
    }
    if (message.kind === 'event') await applyEvent(this.definition, tx, message);
    inbox.advance(envelope);
    return 'applied';
  }

  private logHeld(topic: string, message: Message, verdict: Verdict, error?: unknown): void {
    const envelope = message.kind === 'unreadable' ? undefined : message.envelope;
    const fields = {
      consumer: this.definition.name,
      topic,
      eventId: envelope?.id,
      eventType: envelope?.type,
      aggregateId: envelope?.subject,
      ...(error !== undefined && errorFields(error)),
      reason: verdict.reason,
    };
    if (verdict.state === 'DEAD') this.parts.logger.error('an event became a dead letter', fields);
    else this.parts.logger.warn('an event is parked', fields);
  }
}

function notYet(message: Message): Verdict | undefined {
  return message.kind === 'not-yet' ? { state: 'PARKED', reason: message.reason } : undefined;
}
