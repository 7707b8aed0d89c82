import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CALLER_HEADER, signCaller, type Caller } from '@yiyang/access';
import { CONTRACTS, EVENT, type EventData, type EventType } from '@yiyang/contracts';
import { busMigrations, PostgresBus, type EventBus } from '@yiyang/messaging';
import { createLogger, currentContext } from '@yiyang/observability';
import { newId, type MasterKey } from '@yiyang/persistence';
import { entriesOf, SEED_POLICY_SETS } from '@yiyang/region-policy';
import { allMigrations, startService, type RunningService } from '@yiyang/service';
import { serverSettings, testDatabase, type TestDatabase } from '@yiyang/testing';
import { definition } from '../service-definition.js';

const SECRET = 'records-tests-only-records-tests-only-re';
/** Business time at which a stack begins: 09:00 of 2026-03-01 in Shanghai. */
export const START = '2026-03-01T01:00:00Z';

type PublishedValue = EventData<typeof EVENT.regionPolicyValuePublishedV1>['value'];

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly etag: string | undefined;
}

export interface CallOptions {
  readonly body?: object;
  readonly ifMatch?: string | undefined;
  readonly key?: string;
}

/** The running service on databases of its own; its neighbours' events are put on the bus as they would say them. */
export class RecordsStack {
  private readonly sequences = new Map<string, number>();
  private lastRequestId = '';

  private constructor(
    readonly service: RunningService,
    readonly own: TestDatabase,
    private readonly busDatabase: TestDatabase,
    private readonly bus: EventBus,
  ) {}

  /** `policies: false` saves the seconds that publishing them takes, for tests without rules of a region. */
  static async start(of: { masterKeys?: readonly MasterKey[]; policies?: boolean } = {}): Promise<RecordsStack> {
    const own = await testDatabase('health-records', allMigrations(definition));
    const busDatabase = await testDatabase('bus', busMigrations);
    const offset = Date.parse(START) - Date.now();
    await own.asSuperuser('update business_clock set offset_milliseconds = $1', [offset]);
    const service = await startService(definition, {
      port: 0,
      host: '127.0.0.1',
      server: serverSettings(),
      masterKeys: of.masterKeys ?? [{ id: 'test', key: randomBytes(32) }],
      internalSecret: SECRET,
      auditSecret: SECRET,
      development: true,
      database: own.service,
      busDatabase: busDatabase.service,
    });
    const bus = new PostgresBus(busDatabase.database, createLogger('test'));
    await bus.start();
    const stack = new RecordsStack(service, own, busDatabase, bus);
    if (of.policies !== false) await stack.publishPolicies();
    return stack;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.bus.stop();
    await this.own.drop();
    await this.busDatabase.drop();
  }

  /** Moves the business clock forward. */
  async at(instant: string): Promise<void> {
    await this.service.parts.clockOffset.store(Date.parse(instant) - Date.now());
  }

  /** Puts an event of a neighbour on the bus. */
  async say<T extends EventType>(type: T, data: EventData<T>, regioncode = '421202'): Promise<void> {
    const { topic, aggregate, producer } = CONTRACTS[type];
    const subject = String((data as Record<string, unknown>)[aggregate]);
    const sequence = (this.sequences.get(topic + subject) ?? 0) + 1;
    this.sequences.set(topic + subject, sequence);
    const id = newId();
    const facts = { specversion: '1.0', id, source: `/yiyang/${producer}`, type, subject };
    const places = { datacontenttype: 'application/json', sequence, regioncode, correlationid: id };
    const envelope = JSON.stringify({ ...facts, time: new Date().toISOString(), ...places, data });
    await this.bus.publishBatch([{ eventId: id, topic, aggregateId: subject, type, envelope }]);
  }

  /** A call as the gateway forwards it. */
  async call(
    caller: Caller,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    options: CallOptions = {},
  ): Promise<Answered> {
    const reply = await this.service.app.inject({
      method,
      url,
      headers: {
        'x-request-id': (this.lastRequestId = newId()),
        [CALLER_HEADER]: signCaller(caller, SECRET, { now: new Date() }),
        ...(method !== 'GET' && { 'idempotency-key': options.key ?? newId() }),
        ...(options.ifMatch !== undefined && { 'if-match': options.ifMatch }),
        ...(options.body && { 'content-type': 'application/json' }),
      },
      ...(options.body && { payload: JSON.stringify(options.body) }),
    });
    const etag = reply.headers['etag'];
    const { statusCode: status, payload: text, headers } = reply;
    return { status, body: reply.json(), text, headers, etag: etag === undefined ? undefined : String(etag) };
  }

  /** Statements of the last call that `work` makes, whatever runs beside it. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const { database } = this.service.parts;
    const before = database.onStatement;
    const sent: { requestId: string | undefined; sql: string }[] = [];
    database.onStatement = (sql) => sent.push({ requestId: currentContext()?.requestId, sql });
    try {
      await work();
    } finally {
      database.onStatement = before;
    }
    return sent.flatMap(({ requestId, sql }) => (requestId === this.lastRequestId ? [sql] : []));
  }

  /** Payloads of what the service has said of one type about one aggregate, in order. */
  async said<T extends EventType>(type: T, aggregateId: string): Promise<EventData<T>[]> {
    const rows = await this.own.asSuperuser<{ envelope: string }>(
      'select envelope from outbox where type = $1 and aggregate_id = $2 order by position',
      [type, aggregateId],
    );
    return rows.map((row) => (JSON.parse(row.envelope) as { data: EventData<T> }).data);
  }

  /** Waits until a query gives a row. */
  async until(sql: string, params: unknown[] = []): Promise<void> {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(10))
      if ((await this.own.asSuperuser(sql, params)).length > 0) return;
    throw new Error(`waited in vain for ${sql}`);
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
