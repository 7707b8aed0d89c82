import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVENT, TOPIC, typesOf, type ContractRegistry, type Envelope } from '@yiyang/contracts';
import type { Logger } from '@yiyang/observability';
import { Clock, FieldProtection, newId, type Database, type Migration, type Tx } from '@yiyang/persistence';
import type { EventBus, RunningSubscription } from '../bus/event-bus.js';
import { KafkaBus } from '../bus/kafka-bus.js';
import { PostgresBus } from '../bus/postgres-bus.js';
import type { ConsumerDefinition, EventContext } from '../consume/consumer-definition.js';
import { HeldEvents } from '../consume/held-events.js';
import { runConsumer } from '../consume/run-consumer.js';
import { busMigrations, messagingMigrations } from '../migrations/index.js';
import { Outbox } from '../outbox/outbox.js';
import { Relay } from '../outbox/relay.js';

export type Driver = 'postgres' | 'kafka';

/** What a site needs of `@yiyang/testing`, which only specs may import. */
export interface SiteServers {
  testDatabase(service: string, migrations: readonly Migration[]): Promise<SiteDatabase>;
  kafkaBrokers(): string | undefined;
}

export interface SiteDatabase {
  readonly database: Database;
  readonly service: string;
  asSuperuser<Row extends object>(sql: string, params?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export interface Effect {
  consumer: string;
  aggregateId: string;
  sequence: bigint;
}

export interface HeldView {
  id: string;
  aggregateId: string | null;
  state: string;
  reason: string;
  attempts: number;
}

/** Every effect is a row, so a second one of the same event shows. */
class CreateEffects1764999999999 implements MigrationInterface {
  name = 'CreateEffects1764999999999';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`create table effect (
      id bigint generated always as identity primary key,
      consumer text not null, aggregate_id text not null, sequence bigint not null)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A consumer of the referral topic that notes every event as an effect, `apply` first. */
export function effectConsumer(
  name: string,
  apply: (data: unknown, context: EventContext) => unknown = () => undefined,
): ConsumerDefinition {
  const note = async (data: unknown, context: EventContext) => {
    await apply(data, context);
    const { subject, sequence } = context.envelope;
    context.tx.write('insert into effect (consumer, aggregate_id, sequence) values ($1, $2, $3)', [
      name,
      subject,
      sequence,
    ]);
  };
  const handlers = new Map(typesOf(TOPIC.referral).map((type) => [type as string, note]));
  return { name, kind: 'copy', topics: [TOPIC.referral], tables: ['effect'], handlers };
}

/** One producing service, one consuming service and a bus between them, all real. */
export class Site {
  readonly protection = new FieldProtection([{ id: 'test', key: randomBytes(32) }]);
  private readonly prefix = `t${randomBytes(4).toString('hex')}.`;
  private readonly closers: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly driver: Driver,
    readonly producer: SiteDatabase,
    readonly consumer: SiteDatabase,
    readonly busDatabase: SiteDatabase,
    private readonly servers: SiteServers,
  ) {}

  static async open(driver: Driver, servers: SiteServers): Promise<Site> {
    const producer = await servers.testDatabase('referral', messagingMigrations);
    const consumer = await servers.testDatabase('settlement', [...messagingMigrations, CreateEffects1764999999999]);
    const bus = await servers.testDatabase('bus', busMigrations);
    return new Site(driver, producer, consumer, bus, servers);
  }

  /** The bus as another process would have it. */
  bus(): EventBus {
    const brokers = this.servers.kafkaBrokers() ?? '';
    const bus =
      this.driver === 'kafka'
        ? new KafkaBus({ brokers: brokers.split(','), clientId: 'test', prefix: this.prefix }, silentLogger)
        : new PostgresBus(this.busDatabase.database, silentLogger);
    this.closers.push(() => bus.stop());
    return bus;
  }

  relay(bus: EventBus = this.bus()): Relay {
    const relay = new Relay(this.producer.database, bus, silentLogger);
    this.closers.unshift(() => relay.stop());
    relay.start();
    return relay;
  }

  outbox(relay?: Relay): Outbox {
    return new Outbox('referral', new Clock(), () => relay?.wake());
  }

  /** What lies on the referral topic, in the order of the wire, without an inbox between. */
  async wire(): Promise<{ read: Envelope[]; stop: () => Promise<void> }> {
    const read: Envelope[] = [];
    const bus = this.bus();
    await bus.start();
    const subscription = await bus.subscribe({
      consumer: `wire-${newId()}`,
      group: `wire-${newId()}`,
      topics: [TOPIC.referral],
      database: this.consumer.database,
      handle: async (batch) => {
        await this.consumer.database.transaction(async (tx) => batch.enter(tx, batch.records.length - 1));
        for (const record of batch.records) read.push(JSON.parse(record.value.toString()) as Envelope);
        await batch.committed(batch.records.length - 1);
      },
    });
    this.closers.unshift(() => subscription.stop());
    return { read, stop: () => subscription.stop() };
  }

  /** One replica of the consuming service. */
  async replica(
    definition: ConsumerDefinition,
    { bus = this.bus(), ...options }: { bus?: EventBus; registry?: ContractRegistry; logger?: Logger } = {},
  ): Promise<RunningSubscription> {
    const parts = { database: this.consumer.database, sealer: this.protection, logger: silentLogger, ...options };
    const held = new HeldEvents(parts);
    await bus.start();
    held.start([definition]);
    const figures = { count: () => undefined };
    const subscription = await runConsumer(definition, { ...parts, service: 'settlement', bus, held, figures });
    const stop = async () => {
      await subscription.stop();
      await held.stop();
    };
    this.closers.unshift(stop);
    return { progress: () => subscription.progress(), stop };
  }

  /** Commits the next event of a referral. */
  async say(referralId: string, outbox: Outbox = this.outbox(), more?: (tx: Tx) => Promise<void>): Promise<void> {
    await this.producer.database.transaction(async (tx) => {
      const data = { referralId, elderId: referralId, departedAt: '2026-03-02T01:30:00.000Z' };
      outbox.publish(tx, EVENT.referralDispatchedV1, referralId, data, { regioncode: '421202' });
      await more?.(tx);
    });
  }

  /** An envelope as the producing service would have made it. */
  envelope(referralId: string, sequence: number, changes: Partial<Envelope> = {}): Envelope {
    const id = newId();
    return {
      specversion: '1.0',
      id,
      source: '/yiyang/referral',
      type: EVENT.referralDispatchedV1,
      subject: referralId,
      time: '2026-03-02T01:30:00.000Z',
      datacontenttype: 'application/json',
      sequence,
      regioncode: '421202',
      correlationid: id,
      data: { referralId, elderId: referralId, departedAt: '2026-03-02T01:30:00.000Z' },
      ...changes,
    };
  }

  /** Puts messages on the referral topic behind the outbox's back. */
  async inject(bus: EventBus, messages: readonly { aggregateId: string; text: string; id?: string }[]): Promise<void> {
    await bus.publishBatch(
      messages.map(({ aggregateId, text, id }) => ({
        eventId: id ?? newId(),
        topic: TOPIC.referral,
        aggregateId,
        type: 'test',
        envelope: text,
      })),
    );
  }

  async effects(consumer: string): Promise<Effect[]> {
    return this.consumer.database.many<Effect>(
      'select consumer, aggregate_id, sequence from effect where consumer = $1 order by id',
      [consumer],
    );
  }

  /** Sequences applied to one aggregate, in the order of their effects. */
  async sequences(consumer: string, aggregateId: string): Promise<number[]> {
    const effects = await this.effects(consumer);
    return effects.filter((effect) => effect.aggregateId === aggregateId).map((effect) => Number(effect.sequence));
  }

  async held(): Promise<HeldView[]> {
    return this.consumer.database.many('select id, aggregate_id, state, reason, attempts from held_event order by id');
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
    await Promise.all([this.producer.drop(), this.consumer.drop(), this.busDatabase.drop()]);
  }
}

/** Waits until `ask` answers true; fails with what it was waiting for. */
export async function until(what: string, ask: () => Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await sleep(25);
  }
}

/** 1, 2, … n. */
export function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}
