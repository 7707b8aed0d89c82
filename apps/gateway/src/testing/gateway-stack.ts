import { randomBytes } from 'node:crypto';
import { busMigrations, PostgresBus, type OutgoingRecord } from '@yiyang/messaging';
import { CONTRACTS, type EventData, type EventType } from '@yiyang/contracts';
import { createLogger } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';
import { serverSettings, testDatabase, type TestDatabase } from '@yiyang/testing';
import type { GatewayConfig } from '../config.js';
import { GATEWAY_MIGRATIONS } from '../gateway-definition.js';
import { limitsFrom } from '../limits/rate-limits.js';
import { SERVICE_NAMES, type ServiceName } from '../proxy/path-owners.js';
import { startGateway, type RunningGateway } from '../start-gateway.js';
import { INTERNAL_SECRET, startEchoService, type EchoService } from './echo-service.js';
import { OPERATIONS } from './operations.js';

/** A gateway with its databases, its bus and a stand-in for every service. */
export interface GatewayStack {
  gateway: RunningGateway;
  readonly database: TestDatabase;
  readonly services: Readonly<Record<ServiceName, EchoService>>;
  readonly config: GatewayConfig;
  /** Ends the gateway and starts it again on the same data. */
  restart(others?: Partial<GatewayConfig>): Promise<void>;
  /** Says an event as the owning service would. */
  say<T extends EventType>(
    type: T,
    subject: string,
    data: EventData<T>,
    sequence: number,
    regioncode?: string,
  ): Promise<string>;
  stop(): Promise<void>;
}

/** An event as the owning service's relay would send it. */
export function envelopeOf<T extends EventType>(
  type: T,
  subject: string,
  data: EventData<T>,
  sequence: number,
  regioncode = '421202',
): OutgoingRecord {
  const { topic, producer } = CONTRACTS[type];
  const eventId = newId();
  const envelope = JSON.stringify({
    specversion: '1.0',
    id: eventId,
    source: `/yiyang/${producer}`,
    type,
    subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence,
    regioncode,
    correlationid: newId(),
    data,
  });
  return { eventId, topic, aggregateId: subject, type, envelope };
}

export async function startGatewayStack(changes: Partial<GatewayConfig> = {}): Promise<GatewayStack> {
  const database = await testDatabase('gateway', GATEWAY_MIGRATIONS);
  const busDatabase = await testDatabase('bus', busMigrations);
  const entries = await Promise.all(
    SERVICE_NAMES.map(async (service) => [service, await startEchoService(OPERATIONS[service])] as const),
  );
  const services = Object.fromEntries(entries) as Record<ServiceName, EchoService>;
  const config: GatewayConfig = {
    port: 0,
    host: '127.0.0.1',
    server: serverSettings(),
    masterKeys: [{ id: 'test', key: randomBytes(32) }],
    internalSecret: INTERNAL_SECRET,
    auditSecret: 'audit-secret-of-the-gateway-in-tests',
    development: true,
    database: database.service,
    busDatabase: busDatabase.service,
    publicUrl: 'http://gateway.test',
    upstreams: Object.fromEntries(SERVICE_NAMES.map((name) => [name, [services[name].url]])) as Record<
      ServiceName,
      string[]
    >,
    clients: [],
    limits: limitsFrom(undefined),
    ...changes,
  };
  const bus = new PostgresBus(busDatabase.database, createLogger('test-bus'));
  const stack: GatewayStack = {
    gateway: await startGateway(config),
    database,
    services,
    config,
    restart: async (others = {}) => {
      await stack.gateway.stop();
      stack.gateway = await startGateway({ ...config, ...others });
    },
    say: async (type, subject, data, sequence, regioncode) => {
      const record = envelopeOf(type, subject, data, sequence, regioncode);
      await bus.publishBatch([record]);
      return record.eventId;
    },
    stop: async () => {
      await stack.gateway.stop();
      await Promise.all(Object.values(services).map((service) => service.stop()));
      await database.drop();
      await busDatabase.drop();
    },
  };
  return stack;
}
