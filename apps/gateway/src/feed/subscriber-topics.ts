import type { Caller } from '@yiyang/access';
import type { Envelope } from '@yiyang/contracts';
import type { EventBus, OutgoingRecord } from '@yiyang/messaging';
import { errorFields, type Logger } from '@yiyang/observability';
import { newId, SoleWorker, type Database } from '@yiyang/persistence';
import type { ConfiguredClient } from '../clients/configured-client.js';
import type { EventFeed } from './event-feed.js';
import type { SubscriberAcl } from './subscriber-acl.js';

/** A client with an account of the Kafka cluster. */
export type Subscriber = ConfiguredClient & { readonly kafkaAccount: string };

interface Row {
  readonly clientId: string;
  readonly role: string;
  readonly region: string;
  readonly account: string;
  readonly cursor: string;
}

const FIND = 'select client_id, role, region, account, cursor from outward_subscriber where client_id = $1';
const BATCH = 200;
const INTERVAL_MILLISECONDS = 250;

/** Name of a subscriber's topic. */
export function topicOf(clientId: string): string {
  return `yiyang.out.${clientId}`;
}

/**
 * Fills one Kafka topic per subscriber from the outward log: the same events as its feed, in the same order, at least
 * once. One gateway of all does it at a time. Nothing goes into a topic before only its subscriber may read it.
 */
export class SubscriberTopics {
  private readonly worker: SoleWorker;
  private readonly ready = new Set<string>();
  private revoked = false;

  constructor(
    private readonly database: Database,
    private readonly feed: EventFeed,
    private readonly bus: EventBus,
    private readonly acl: SubscriberAcl,
    private readonly subscribers: readonly Subscriber[],
    private readonly logger: Logger,
  ) {
    this.worker = new SoleWorker(database, 'subscriber-topics', () => this.round(), INTERVAL_MILLISECONDS, logger);
  }

  start(): void {
    this.worker.start();
  }

  async stop(): Promise<void> {
    await this.worker.stop();
    await this.bus.stop();
    await this.acl.close();
  }

  private async round(): Promise<number> {
    await this.revokeFormer();
    const pages = await Promise.all(this.subscribers.map((subscriber) => this.serve(subscriber)));
    return pages.reduce((sum, count) => sum + count, 0);
  }

  /** One subscriber's trouble is not the others'. @returns pages sent. */
  private async serve(subscriber: Subscriber): Promise<number> {
    try {
      const row = await this.rowOf(subscriber);
      return row ? await this.send(subscriber, row) : 0;
    } catch (error) {
      this.logger.error('a subscriber’s topic waits', { clientId: subscriber.clientId, ...errorFields(error) });
      return 0;
    }
  }

  private async send(subscriber: Subscriber, row: Row): Promise<number> {
    const topic = topicOf(subscriber.clientId);
    if (!this.ready.has(topic)) {
      await this.acl.allow(topic, subscriber.kafkaAccount);
      this.ready.add(topic);
    }
    const caller = callerOf(subscriber);
    if (!(await this.feed.hasMore(caller, row.cursor))) return 0;
    const { items, nextCursor } = await this.feed.read(caller, row.cursor, BATCH);
    await this.bus.publishBatch(items.map(({ envelope }) => recordOf(topic, envelope)));
    await this.database.transaction(async (tx) => {
      tx.write('update outward_subscriber set cursor = $2 where client_id = $1', [subscriber.clientId, nextCursor]);
    });
    return 1;
  }

  /** The subscriber's progress. Nothing when role, region or account were others before: what lies in the topic was not for those. */
  private async rowOf({ clientId, role, region, kafkaAccount }: Subscriber): Promise<Row | undefined> {
    const known = await this.database.find<Row>(FIND, [clientId]);
    const row = known ?? (await this.add({ clientId, role, region, account: kafkaAccount }));
    if (row.role === role && row.region === region && row.account === kafkaAccount) return row;
    this.logger.error('a subscriber with another role, region or account needs another client id', { clientId });
    return undefined;
  }

  private async add({ clientId, role, region, account }: Omit<Row, 'cursor'>): Promise<Row> {
    return this.database.transaction(async (tx) => {
      tx.write('insert into outward_subscriber (client_id, role, region, account) values ($1, $2, $3, $4)', [
        clientId,
        role,
        region,
        account,
      ]);
      return tx.one<Row>(FIND, [clientId]);
    });
  }

  /** Clients that are no subscribers any more lose their topic. */
  private async revokeFormer(): Promise<void> {
    if (this.revoked) return;
    const current = this.subscribers.map((subscriber) => subscriber.clientId);
    const former = await this.database.many<{ clientId: string }>(
      'select client_id from outward_subscriber where client_id <> all($1)',
      [current],
    );
    for (const { clientId } of former) await this.acl.revoke(topicOf(clientId));
    this.revoked = true;
  }
}

function recordOf(topic: string, envelope: string): OutgoingRecord {
  const { id, type, subject } = JSON.parse(envelope) as Envelope;
  return { eventId: id, topic, aggregateId: subject, type, envelope };
}

function callerOf({ clientId, role, region, purposes }: Subscriber): Caller {
  return { clientId, role, region, purposes, purpose: purposes[0] as Caller['purpose'], requestId: newId() };
}
