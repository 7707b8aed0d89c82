import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AccessDecisions, Audit, AuditSealer } from '@yiyang/access';
import { Commands, Disclosures } from '@yiyang/http';
import { HeldEvents } from '@yiyang/messaging';
import { Clock, Database } from '@yiyang/persistence';
import type { Parts } from '@yiyang/service';
import { ClientBindings } from './clients/client-bindings.js';
import { ClientConsumer } from './clients/client.consumer.js';
import { ClientDirectory } from './clients/client-directory.js';
import { ClientRepository } from './clients/client.repository.js';
import { BusinessClock } from './development/business-clock.js';
import { DevelopmentController } from './development/development.controller.js';
import { DevelopmentIssuer } from './development/development-issuer.js';
import { DiscoveryController } from './development/discovery.controller.js';
import { AuditController } from './fan-out/audit.controller.js';
import { DeadLetterController } from './fan-out/dead-letter.controller.js';
import { DeadlineController } from './fan-out/deadline.controller.js';
import { DeadLetters } from './fan-out/dead-letters.js';
import { FanOut } from './fan-out/fan-out.js';
import { OperationController } from './fan-out/operation.controller.js';
import { OwnDeadLetters } from './fan-out/own-dead-letters.js';
import { ApiDocuments } from './docs/api-documents.js';
import { DocsController } from './docs/docs.controller.js';
import { EventController } from './feed/event.controller.js';
import { EventFeed } from './feed/event-feed.js';
import { EventStreams } from './feed/event-streams.js';
import { FeedNews } from './feed/feed-news.js';
import { OutwardConsumer } from './feed/outward.consumer.js';
import { OutwardLog } from './feed/outward-log.js';
import { OutwardLogRepository } from './feed/outward-log.repository.js';
import type { GatewayParts } from './gateway-parts.js';

function providers(parts: Parts, own: GatewayParts): Provider[] {
  return [
    { provide: Clock, useValue: parts.clock },
    { provide: Database, useValue: parts.database },
    { provide: AccessDecisions, useValue: parts.access },
    { provide: Audit, useValue: parts.audit },
    { provide: AuditSealer, useValue: parts.sealer },
    { provide: HeldEvents, useValue: parts.messaging.held },
    { provide: Commands, useValue: parts.commands },
    { provide: Disclosures, useValue: parts.disclosures },
    { provide: ClientRepository, useValue: own.clients },
    { provide: ClientDirectory, useValue: own.directory },
    { provide: ApiDocuments, useValue: own.apiDocuments },
    { provide: FanOut, useValue: own.fanOut },
    { provide: DeadLetters, inject: [FanOut, OwnDeadLetters], useFactory: deadLetters },
    ClientBindings,
    OwnDeadLetters,
    OutwardLogRepository,
    OutwardLog,
    FeedNews,
    EventFeed,
    EventStreams,
  ];
}

const deadLetters = (fanOut: FanOut, letters: OwnDeadLetters) => new DeadLetters(fanOut, letters);

function developmentProviders(own: GatewayParts): Provider[] {
  if (!own.development) return [];
  return [
    { provide: DevelopmentIssuer, useValue: own.development.issuer },
    { provide: BusinessClock, useValue: own.development.clock },
  ];
}

const ANSWERS = [
  OperationController,
  AuditController,
  DeadLetterController,
  DeadlineController,
  EventController,
  DocsController,
];
const CONSUMERS = [ClientConsumer, OutwardConsumer];

/** What of the gateway runs in Nest: its own answers, its consumers and, in development, the issuer. */
@Module({})
export class GatewayModule {
  static of(parts: Parts, own: GatewayParts): DynamicModule {
    const development = own.development ? [DevelopmentController, DiscoveryController] : [];
    return {
      module: GatewayModule,
      controllers: [...ANSWERS, ...CONSUMERS, ...development],
      providers: [...providers(parts, own), ...developmentProviders(own)],
    };
  }
}
