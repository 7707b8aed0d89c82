import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AccessDecisions, Audit, AuditSealer } from '@yiyang/access';
import { Commands, Disclosures } from '@yiyang/http';
import { HeldEvents, Messaging, Outbox } from '@yiyang/messaging';
import { Health, Metrics } from '@yiyang/observability';
import { Clock, Database, Deadlines, FieldProtection, SharedClockOffset } from '@yiyang/persistence';
import type { ServiceConfig } from './config.js';
import type { Parts } from './parts.js';
import { AuditController } from './platform/audit.controller.js';
import { ClockController } from './platform/clock.controller.js';
import { DeadLetterController } from './platform/dead-letter.controller.js';
import { DeadlineController } from './platform/deadline.controller.js';
import { HealthController } from './platform/health.controller.js';
import { OperationController } from './platform/operation.controller.js';
import { Policies } from './policy/policies.js';
import { PolicyConsumer } from './policy/policy.consumer.js';
import { PolicyController } from './policy/policy.controller.js';
import type { ServiceDefinition } from './service-definition.js';
import { LOGGER, SERVICE_CONFIG } from './tokens.js';

function partProviders(parts: Parts, config: ServiceConfig): Provider[] {
  return [
    { provide: SERVICE_CONFIG, useValue: config },
    { provide: LOGGER, useValue: parts.logger },
    { provide: Metrics, useValue: parts.metrics },
    { provide: Health, useValue: parts.health },
    { provide: Clock, useValue: parts.clock },
    { provide: SharedClockOffset, useValue: parts.clockOffset },
    { provide: Database, useValue: parts.database },
    { provide: FieldProtection, useValue: parts.protection },
    { provide: AccessDecisions, useValue: parts.access },
    { provide: Audit, useValue: parts.audit },
    { provide: AuditSealer, useValue: parts.sealer },
    { provide: Messaging, useValue: parts.messaging },
    { provide: Outbox, useValue: parts.messaging.outbox },
    { provide: HeldEvents, useValue: parts.messaging.held },
    { provide: Commands, useValue: parts.commands },
    { provide: Disclosures, useValue: parts.disclosures },
    { provide: Deadlines, useValue: parts.deadlines },
    Policies,
  ];
}

/** The features of one service on top of what every service has. */
@Module({})
export class ServiceModule {
  static of(definition: ServiceDefinition, parts: Parts, config: ServiceConfig): DynamicModule {
    const platform = [
      HealthController,
      OperationController,
      AuditController,
      DeadLetterController,
      DeadlineController,
      PolicyController,
      PolicyConsumer,
    ];
    const development = config.development ? [ClockController] : [];
    const extra = [definition.deadlines, definition.seed].filter((provider) => provider !== undefined);
    return {
      module: ServiceModule,
      controllers: [...platform, ...development, ...definition.controllers],
      providers: [...partProviders(parts, config), ...definition.providers, ...extra],
    };
  }
}
