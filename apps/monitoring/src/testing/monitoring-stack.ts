import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CALLER_HEADER, ROLES, signCaller, type Role } from '@yiyang/access';
import { CONTRACTS, type EventData, type EventType } from '@yiyang/contracts';
import { busMigrations, PostgresBus, type EventBus } from '@yiyang/messaging';
import { createLogger } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';
import { allMigrations, startService, type RunningService } from '@yiyang/service';
import { serverSettings, testDatabase, type TestDatabase } from '@yiyang/testing';
import { definition } from '../service-definition.js';

const SECRET = 'monitoring-tests-only-monitoring-tests-only';

/** The running service on databases of its own; events of its neighbours are put on the bus as they would say them. */
export class MonitoringStack {
  private readonly sequences = new Map<string, number>();

  private constructor(
    readonly service: RunningService,
    readonly own: TestDatabase,
    private readonly busDatabase: TestDatabase,
    private readonly bus: EventBus,
  ) {}

  static async start(): Promise<MonitoringStack> {
    const own = await testDatabase('monitoring', allMigrations(definition));
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
    return new MonitoringStack(service, own, busDatabase, bus);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.bus.stop();
    await this.own.drop();
    await this.busDatabase.drop();
  }

  at(instant: string): void {
    this.service.parts.clock.moveTo(Date.parse(instant) - Date.now());
  }

  async say<T extends EventType>(type: T, data: EventData<T>): Promise<void> {
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
      regioncode: '421202',
      correlationid: id,
      data,
    };
    await this.bus.publishBatch([
      { eventId: id, topic, aggregateId: subject, type, envelope: JSON.stringify(envelope) },
    ]);
  }

  /** Waits until every event said so far is applied. */
  async settled(): Promise<void> {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(20)) {
      const subscriptions = [...this.service.parts.messaging.transport.subscriptions.values()];
      const progress = (await Promise.all(subscriptions.map((subscription) => subscription.progress()))).flat();
      if (progress.every(({ lag }) => lag === 0n)) return;
    }
    throw new Error('waited in vain until all events were applied');
  }

  async indicators(region: string, period: string, role: Role = 'HEALTH', scope = '421200') {
    const { purposes } = ROLES[role];
    const caller = { clientId: 'department', role, region: scope, purposes, purpose: purposes[0], requestId: newId() };
    const reply = await this.service.app.inject({
      method: 'GET',
      url: `/v1/indicators?region=${region}&period=${period}`,
      headers: { [CALLER_HEADER]: signCaller(caller, SECRET, { now: new Date() }) },
    });
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
  }
}
