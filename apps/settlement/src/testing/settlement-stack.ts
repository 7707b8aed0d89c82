import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signCaller, CALLER_HEADER, ROLES, type Caller, type Role } from '@yiyang/access';
import { CONTRACTS, EVENT, type EventData, type EventType } from '@yiyang/contracts';
import { busMigrations, PostgresBus, type EventBus } from '@yiyang/messaging';
import { createLogger } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';
import { entriesOf, SEED_POLICY_SETS } from '@yiyang/region-policy';
import { allMigrations, startService, type RunningService } from '@yiyang/service';
import { serverSettings, testDatabase, type TestDatabase } from '@yiyang/testing';
import { definition } from '../service-definition.js';

const SECRET = 'settlement-tests-only-settlement-tests-only';

type PublishedValue = EventData<typeof EVENT.regionPolicyValuePublishedV1>['value'];

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** `id` of the body, '' where it has none. */
  readonly id: string;
  readonly etag: string | undefined;
}

/** The running service on databases of its own; events of its neighbours are put on the bus as they would say them. */
export class SettlementStack {
  private readonly sequences = new Map<string, number>();

  private constructor(
    readonly service: RunningService,
    readonly own: TestDatabase,
    private readonly busDatabase: TestDatabase,
    private readonly bus: EventBus,
  ) {}

  static async start(): Promise<SettlementStack> {
    const own = await testDatabase('settlement', allMigrations(definition));
    const busDatabase = await testDatabase('bus', busMigrations);
    const service = await startService(definition, {
      port: 0,
      host: '127.0.0.1',
      server: serverSettings(),
      masterKeys: [{ id: 'test', key: randomBytes(32) }],
      internalSecret: SECRET,
      auditSecret: SECRET,
      development: true,
      database: own.service,
      busDatabase: busDatabase.service,
    });
    // From here on only the test moves the clock.
    service.parts.clockOffset.stop();
    const bus = new PostgresBus(busDatabase.database, createLogger('test'));
    await bus.start();
    const stack = new SettlementStack(service, own, busDatabase, bus);
    await stack.publishPolicies();
    return stack;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.bus.stop();
    await this.own.drop();
    await this.busDatabase.drop();
  }

  /** Moves the business clock, back too: the tests' stories lie in one year whatever day it is. */
  at(instant: string): void {
    this.service.parts.clock.moveTo(Date.parse(instant) - Date.now());
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

  /** A call as the gateway forwards it. */
  async call(
    caller: Caller,
    method: 'GET' | 'POST',
    url: string,
    options: { body?: object; ifMatch?: string | undefined; key?: string } = {},
  ): Promise<Answered> {
    const reply = await this.service.app.inject({
      method,
      url,
      headers: {
        [CALLER_HEADER]: signCaller(caller, SECRET, { now: new Date() }),
        ...(method === 'POST' && { 'idempotency-key': options.key ?? newId() }),
        ...(options.ifMatch !== undefined && { 'if-match': options.ifMatch }),
        ...(options.body && { 'content-type': 'application/json' }),
      },
      ...(options.body && { payload: JSON.stringify(options.body) }),
    });
    const etag = reply.headers['etag'];
    const body = reply.json<Record<string, unknown>>();
    const id = typeof body['id'] === 'string' ? body['id'] : '';
    return { status: reply.statusCode, body, id, etag: etag === undefined ? undefined : String(etag) };
  }

  /** Payloads of what the service has said of one type, in order. */
  async said<T extends EventType>(type: T): Promise<EventData<T>[]> {
    const rows = await this.own.asSuperuser<{ envelope: string }>(
      'select envelope from outbox where type = $1 order by position',
      [type],
    );
    return rows.map((row) => (JSON.parse(row.envelope) as { data: EventData<T> }).data);
  }

  /** Waits until a query gives a row. */
  async until(sql: string, params: unknown[] = []): Promise<void> {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(20))
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

/** A caller as the gateway would sign it. */
export function aCaller(role: Role, of: Partial<Caller> = {}): Caller {
  const { purposes } = ROLES[role];
  return {
    clientId: `${role.toLowerCase()}-client`,
    role,
    region: '421202',
    purposes,
    purpose: purposes[0],
    requestId: newId(),
    ...of,
  };
}
