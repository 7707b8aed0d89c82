import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CALLER_HEADER, signCaller, type Caller } from '@yiyang/access';
import { CONTRACTS, EVENT, type EventData, type EventType } from '@yiyang/contracts';
import { busMigrations, PostgresBus, type EventBus } from '@yiyang/messaging';
import { createLogger, currentContext } from '@yiyang/observability';
import { DeadlineSweeper, newId, type MasterKey } from '@yiyang/persistence';
import { entriesOf, SEED_POLICY_SETS } from '@yiyang/region-policy';
import {
  allMigrations,
  Policies,
  startService,
  type DeadlineHandlers,
  type RunningService,
  type ServiceDefinition,
} from '@yiyang/service';
import { serverSettings } from './servers.js';
import { testDatabase, type TestDatabase } from './test-database.js';

export const TEST_SECRET = 'for-tests-only-for-tests-only-for-tests-only';

type PublishedValue = EventData<typeof EVENT.regionPolicyValuePublishedV1>['value'];
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface StackSettings {
  /** Business time at which the stack begins; now when left out. */
  readonly at?: string;
  /** Only this test moves the clock, back too: its stories lie in one year whatever day it is. */
  readonly freeClock?: boolean;
  /** false saves the seconds that publishing the seed policies takes. */
  readonly policies?: boolean;
  readonly masterKeys?: readonly MasterKey[];
}

/** An answer of the service, as the gateway would pass it on. */
export interface Answered<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  /** `id` of the body, '' where it has none. */
  readonly id: string;
  readonly text: string;
  readonly etag: string | undefined;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface CallOptions {
  readonly body?: object;
  /** Instead of a body. */
  readonly file?: { readonly bytes: Buffer; readonly type: string };
  readonly ifMatch?: string | undefined;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One running service on databases of its own; its neighbours' events are put on the bus as they would say them. */
export class ServiceStack {
  private readonly sequences = new Map<string, number>();
  private lastRequestId = '';

  private constructor(
    private readonly definition: ServiceDefinition,
    private readonly settings: StackSettings,
    readonly service: RunningService,
    readonly own: TestDatabase,
    private readonly busDatabase: TestDatabase,
    private readonly bus: EventBus,
  ) {}

  static async start(definition: ServiceDefinition, settings: StackSettings = {}): Promise<ServiceStack> {
    const own = await testDatabase(definition.name, allMigrations(definition));
    const busDatabase = await testDatabase('bus', busMigrations);
    if (settings.at) {
      const offset = Date.parse(settings.at) - Date.now();
      await own.asSuperuser('update business_clock set offset_milliseconds = $1', [offset]);
    }
    const service = await startService(definition, {
      port: 0,
      host: '127.0.0.1',
      server: serverSettings(),
      masterKeys: settings.masterKeys ?? [{ id: 'test', key: randomBytes(32) }],
      internalSecret: TEST_SECRET,
      auditSecret: TEST_SECRET,
      development: true,
      database: own.service,
      busDatabase: busDatabase.service,
    });
    if (settings.freeClock) service.parts.clockOffset.stop();
    const bus = new PostgresBus(busDatabase.database, createLogger('test'));
    await bus.start();
    const stack = new ServiceStack(definition, settings, service, own, busDatabase, bus);
    if (settings.policies !== false && !definition.seed) await stack.publishPolicies();
    return stack;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.bus.stop();
    await this.own.drop();
    await this.busDatabase.drop();
  }

  /** The business clock. */
  get now(): Date {
    return this.service.parts.clock.now();
  }

  /** Moves the business clock; forward only unless it is free. */
  async at(instant: string | Date): Promise<void> {
    const offset = new Date(instant).getTime() - Date.now();
    if (this.settings.freeClock) this.service.parts.clock.moveTo(offset);
    else await this.service.parts.clockOffset.store(offset);
  }

  /** Lets this much business time pass. */
  async pass(time: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): Promise<void> {
    const minutes = (time.days ?? 0) * 1440 + (time.hours ?? 0) * 60 + (time.minutes ?? 0);
    await this.at(new Date(this.now.getTime() + minutes * 60_000));
  }

  /** Acts on every deadline that has passed, now rather than at the sweeper's next round; what that one holds is waited for. */
  async sweep(): Promise<void> {
    const { deadlines } = this.definition;
    if (!deadlines) throw new Error(`${this.definition.name} has no deadlines`);
    const { database, clock, logger } = this.service.parts;
    const { handlers } = this.service.app.get<DeadlineHandlers>(deadlines);
    const sweeper = new DeadlineSweeper(database, clock, handlers, logger);
    for (const until = Date.now() + 15_000; Date.now() < until; await sleep(10)) {
      await sweeper.sweep();
      const left = await this.own.asSuperuser(
        `select 1 from deadline where done_at is null and breached_at is null and paused_at is null and next_at <= $1
           and (next_try_at is null or next_try_at <= now()) and kind = any($2) limit 1`,
        [clock.now(), Object.keys(handlers)],
      );
      if (left.length === 0) return;
    }
    throw new Error('waited in vain until every deadline was acted on');
  }

  /** Puts an event of a neighbour on the bus. */
  async say<T extends EventType>(type: T, data: EventData<T>, regioncode = '421202'): Promise<void> {
    const { topic, aggregate, producer } = CONTRACTS[type];
    const subject = String((data as Record<string, unknown>)[aggregate]);
    const sequence = (this.sequences.get(topic + subject) ?? 0) + 1;
    this.sequences.set(topic + subject, sequence);
    const id = newId();
    const envelope = {
      specversion: '1.0',
      id,
      source: `/yiyang/${producer}`,
      type,
      subject,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      sequence,
      regioncode,
      correlationid: id,
      data,
    };
    await this.bus.publishBatch([
      { eventId: id, topic, aggregateId: subject, type, envelope: JSON.stringify(envelope) },
    ]);
  }

  /** A call as the gateway forwards it; without a caller, as nobody may make it. */
  async call(caller: Caller | undefined, method: Method, url: string, options: CallOptions = {}): Promise<Answered> {
    const reply = await this.service.app.inject({
      method,
      url,
      headers: {
        'x-request-id': (this.lastRequestId = newId()),
        ...(caller && { [CALLER_HEADER]: signCaller(caller, TEST_SECRET, { now: new Date() }) }),
        ...(method !== 'GET' && { 'idempotency-key': options.key ?? newId() }),
        ...(options.ifMatch !== undefined && { 'if-match': options.ifMatch }),
        ...(options.body && { 'content-type': 'application/json' }),
        ...(options.file && { 'content-type': options.file.type }),
        ...options.headers,
      },
      ...(options.body && { payload: JSON.stringify(options.body) }),
      ...(options.file && { payload: options.file.bytes }),
    });
    const header = (name: string) => (reply.headers[name] === undefined ? undefined : String(reply.headers[name]));
    const body: Record<string, unknown> = reply.payload.startsWith('{') ? reply.json() : {};
    return {
      status: reply.statusCode,
      body,
      id: typeof body['id'] === 'string' ? body['id'] : '',
      text: reply.payload,
      etag: header('etag'),
      location: header('location'),
      // An answer and its repeat may lie on both sides of a second.
      headers: { ...reply.headers, date: undefined },
    };
  }

  /** Statements of the last call that `work` makes, whatever runs beside it; policy is asked for, not remembered. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const { database } = this.service.parts;
    this.service.app.get(Policies).forget();
    const before = database.onStatement;
    const sent: { requestId: string | undefined; sql: string }[] = [];
    database.onStatement = (sql) => void sent.push({ requestId: currentContext()?.requestId, sql });
    try {
      await work();
    } finally {
      database.onStatement = before;
    }
    return sent.filter(({ requestId }) => requestId === this.lastRequestId).map(({ sql }) => sql);
  }

  /** Payloads of what the service has said of one type, in order; of one aggregate where one is named. */
  async said<T extends EventType>(type: T, aggregateId?: string): Promise<EventData<T>[]> {
    const rows = await this.own.asSuperuser<{ envelope: string }>(
      'select envelope from outbox where type = $1 and ($2::text is null or aggregate_id::text = $2) order by position',
      [type, aggregateId ?? null],
    );
    return rows.map((row) => (JSON.parse(row.envelope) as { data: EventData<T> }).data);
  }

  /** Waits until a query gives a row. */
  async until(sql: string, params: unknown[] = []): Promise<void> {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(10))
      if ((await this.own.asSuperuser(sql, params)).length > 0) return;
    throw new Error(`waited in vain for ${sql}`);
  }

  /** Waits until every event said so far is applied. */
  async settled(): Promise<void> {
    const subscriptions = [...this.service.parts.messaging.transport.subscriptions.values()];
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(10)) {
      const progress = (await Promise.all(subscriptions.map((subscription) => subscription.progress()))).flat();
      if (progress.every(({ lag }) => lag === 0n)) return;
    }
    throw new Error('waited in vain until all events were applied');
  }

  private async publishPolicies(): Promise<void> {
    const entries = SEED_POLICY_SETS.flatMap(entriesOf);
    for (const { policySetId, division, key, value, validFrom, validTo, source, version } of entries) {
      const set = { policySetId, division, key, validFrom, validTo, version, ...source };
      await this.say(EVENT.regionPolicyValuePublishedV1, { ...set, value: value as PublishedValue });
    }
    await this.until(`select 1 from policy_value having count(*) = ${entries.length}`);
  }
}
