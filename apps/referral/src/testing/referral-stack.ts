import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CALLER_HEADER, ROLES, signCaller, type Caller, type Role } from '@yiyang/access';
import { CONTRACTS, EVENT, type EventData, type EventType } from '@yiyang/contracts';
import { busMigrations, PostgresBus, type EventBus } from '@yiyang/messaging';
import { createLogger } from '@yiyang/observability';
import { DeadlineSweeper, newId } from '@yiyang/persistence';
import { entriesOf, SEED_POLICY_SETS } from '@yiyang/region-policy';
import { allMigrations, startService, type RunningService } from '@yiyang/service';
import { serverSettings, testDatabase, type TestDatabase } from '@yiyang/testing';
import { ReferralDeadlines } from '../referrals/referral-deadlines.js';
import { definition } from '../service-definition.js';

const SECRET = 'referral-tests-only-referral-tests-only-';
/** Business time at which a stack begins. */
export const START = '2024-03-01T01:00:00Z';

type PublishedValue = EventData<typeof EVENT.regionPolicyValuePublishedV1>['value'];

export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly etag: string | undefined;
  readonly location: string | undefined;
}

export interface CallOptions {
  readonly body?: object;
  readonly ifMatch?: string | undefined;
  readonly key?: string;
}

/** The running service on databases of its own; its neighbours' events are put on the bus as they would say them. */
export class ReferralStack {
  private readonly sequences = new Map<string, number>();
  private readonly sweeper: DeadlineSweeper;

  private constructor(
    readonly service: RunningService,
    readonly own: TestDatabase,
    private readonly busDatabase: TestDatabase,
    private readonly bus: EventBus,
  ) {
    const { database, clock, logger } = service.parts;
    this.sweeper = new DeadlineSweeper(database, clock, service.app.get(ReferralDeadlines).handlers, logger);
  }

  /** Starts with the business clock at `START`: rules of 2024 are told in days of 2024. */
  static async start(): Promise<ReferralStack> {
    const own = await testDatabase('referral', allMigrations(definition));
    const busDatabase = await testDatabase('bus', busMigrations);
    const offset = Date.parse(START) - Date.now();
    await own.asSuperuser('update business_clock set offset_milliseconds = $1', [offset]);
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
    const bus = new PostgresBus(busDatabase.database, createLogger('test'));
    await bus.start();
    const stack = new ReferralStack(service, own, busDatabase, bus);
    await stack.publishPolicies();
    return stack;
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.bus.stop();
    await this.own.drop();
    await this.busDatabase.drop();
  }

  get now(): Date {
    return this.service.parts.clock.now();
  }

  /** Moves the business clock forward. */
  async at(instant: string | Date): Promise<void> {
    await this.service.parts.clockOffset.store(new Date(instant).getTime() - Date.now());
  }

  /** Lets this much business time pass. */
  async pass(time: { hours?: number; minutes?: number; days?: number }): Promise<void> {
    const minutes = (time.days ?? 0) * 1440 + (time.hours ?? 0) * 60 + (time.minutes ?? 0);
    await this.at(new Date(this.now.getTime() + minutes * 60_000));
  }

  /** Acts on every deadline that has passed, now rather than at the sweeper's next round. */
  async sweep(): Promise<void> {
    await this.sweeper.sweep();
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
  async call(caller: Caller, method: 'GET' | 'POST', url: string, options: CallOptions = {}): Promise<Answered> {
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
    const text = (name: string) => (reply.headers[name] === undefined ? undefined : String(reply.headers[name]));
    return { status: reply.statusCode, body: reply.json(), etag: text('etag'), location: text('location') };
  }

  /** Payloads of what the service has said of one type, in order; of one aggregate where one is named. */
  async said<T extends EventType>(type: T, aggregateId?: string): Promise<EventData<T>[]> {
    const rows = await this.own.asSuperuser<{ envelope: string }>(
      'select envelope from outbox where type = $1 and ($2::text is null or aggregate_id = $2) order by position',
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
  const clientId = `${role.toLowerCase()}-client`;
  return { clientId, role, region: '421202', purposes, purpose: purposes[0], requestId: newId(), ...of };
}
