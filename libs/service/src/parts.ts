import { AccessDecisions, Audit, auditKey, AuditSealer } from '@yiyang/access';
import { Commands, Disclosures, Refusals } from '@yiyang/http';
import { KafkaBus, Messaging, PostgresBus, type EventBus, type MessagingParts } from '@yiyang/messaging';
import { createLogger, Health, Metrics, type Logger } from '@yiyang/observability';
import { Clock, connectionUrl, Database, Deadlines, FieldProtection, SharedClockOffset } from '@yiyang/persistence';
import type { ServiceConfig } from './config.js';
import { accessEvents } from './platform/access-events.js';
import type { ServiceDefinition } from './service-definition.js';

/** Everything a service process is made of besides its features. */
export interface Parts {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly clock: Clock;
  readonly clockOffset: SharedClockOffset;
  readonly database: Database;
  /** The bus's own database, where PostgreSQL is the driver; closed after the bus. */
  readonly busDatabase: Database | undefined;
  readonly protection: FieldProtection;
  readonly access: AccessDecisions;
  readonly audit: Audit;
  readonly sealer: AuditSealer;
  readonly messaging: Messaging;
  readonly commands: Commands;
  readonly disclosures: Disclosures;
  readonly deadlines: Deadlines;
  readonly refusals: Refusals;
}

interface Bus {
  readonly driver: EventBus;
  readonly database: Database | undefined;
}

function makeBus(config: ServiceConfig, service: string, logger: Logger): Bus {
  if (config.kafka)
    return { database: undefined, driver: new KafkaBus({ ...config.kafka, clientId: service }, logger) };
  const url = connectionUrl(config.server, config.busDatabase ?? 'bus', 'app');
  const database = new Database(url, {
    maxConnections: 4,
    readers: 1,
    applicationName: `${service}-bus`,
    byKey: true,
  });
  return { database, driver: new PostgresBus(database, logger) };
}

/** Makes the parts of one service process; nothing runs yet. */
export function makeParts(definition: ServiceDefinition, config: ServiceConfig): Parts {
  const { name } = definition;
  const logger = createLogger(name);
  const metrics = new Metrics(name);
  const health = new Health();
  const clock = new Clock();
  const database = new Database(connectionUrl(config.server, config.database ?? name, 'app'), {
    applicationName: name,
  });
  const bus = makeBus(config, name, logger);
  const protection = new FieldProtection(config.masterKeys);
  const service = name as MessagingParts['service'];
  const messaging = new Messaging({
    service,
    database,
    bus: bus.driver,
    sealer: protection,
    clock,
    logger,
    metrics,
    health,
  });
  const key = auditKey(config.auditSecret, name);
  const audit = new Audit(database, key);
  health.add('ready', 'database', async () => ({ ok: (await database.many('select 1')).length === 1 }));
  return {
    logger,
    metrics,
    health,
    clock,
    clockOffset: new SharedClockOffset(database, clock),
    database,
    busDatabase: bus.database,
    protection,
    access: new AccessDecisions(),
    audit,
    sealer: new AuditSealer(database, key, logger, accessEvents(messaging.outbox)),
    messaging,
    commands: new Commands(database, audit, protection),
    disclosures: new Disclosures(database, audit),
    deadlines: new Deadlines(),
    refusals: new Refusals(definition.refusals),
  };
}
