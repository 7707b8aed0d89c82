import type { INestApplication } from '@nestjs/common';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { Producer } from '@yiyang/contracts';
import type { Health, Logger, Metrics } from '@yiyang/observability';
import type { Clock, Database } from '@yiyang/persistence';
import type { EventBus } from './bus/event-bus.js';
import type { Sealer } from './consume/held-event.js';
import { HeldEvents } from './consume/held-events.js';
import { rebuild } from './consume/rebuild.js';
import { Outbox } from './outbox/outbox.js';
import { Relay } from './outbox/relay.js';
import { progressCheck } from './progress-check.js';
import { scrapedGauge, type Figure } from './scraped-gauge.js';
import { ExchangeTransport } from './transport/exchange-transport.js';
import { UnchangedErrorFilter } from './transport/unchanged-error.filter.js';

export interface MessagingParts {
  readonly service: Exclude<Producer, 'every-service'>;
  readonly database: Database;
  readonly bus: EventBus;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics?: Metrics | undefined;
  readonly health?: Health | undefined;
}

/** All of one service's event traffic, wired once. Order: `connectConsumers`, `start`; at the end `stop`, then the databases. */
export class Messaging {
  readonly outbox: Outbox;
  readonly relay: Relay;
  readonly held: HeldEvents;
  readonly transport: ExchangeTransport;

  constructor(private readonly parts: MessagingParts) {
    const { service, database, bus, clock, logger, metrics, health } = parts;
    this.relay = new Relay(database, bus, logger, metrics);
    this.outbox = new Outbox(service, clock, () => this.relay.wake());
    this.held = new HeldEvents(parts);
    this.transport = new ExchangeTransport({ ...parts, held: this.held });
    health?.add(
      'live',
      'consumers',
      progressCheck(() => this.transport.subscriptions),
    );
    if (metrics) {
      const labels = ['consumer', 'topic'];
      scrapedGauge(metrics, 'consumer_lag', 'Events not yet read', labels, () => this.lags());
    }
  }

  /** Makes the application's `@Consumer()` classes the handlers; before `start`. */
  connectConsumers(app: INestApplication): void {
    const options: MicroserviceOptions = { strategy: this.transport };
    // Deferred, because Nest ignores filters of a microservice that is already initialised.
    const microservice = app.connectMicroservice(options, { deferInitialization: true });
    microservice.useGlobalFilters(new UnchangedErrorFilter());
    this.startHandlers = () => app.startAllMicroservices();
  }

  async start(): Promise<void> {
    await this.parts.bus.start();
    this.relay.start();
    await this.startHandlers();
  }

  /** Ends in this order: consumers, relay, bus. Repeats do nothing. */
  async stop(): Promise<void> {
    await this.transport.close();
    await this.relay.stop();
    await this.parts.bus.stop();
  }

  /** Empties a copy and reads everything again. */
  async rebuild(consumer: string): Promise<void> {
    const definition = this.transport.definitions.find((candidate) => candidate.name === consumer);
    if (!definition) throw new Error(`there is no consumer ${consumer}`);
    await rebuild(this.parts.database, definition);
  }

  private async lags(): Promise<Figure[]> {
    const running = [...this.transport.subscriptions];
    const figures = running.map(async ([consumer, subscription]) =>
      (await subscription.progress()).map(({ topic, lag }) => ({ labels: { consumer, topic }, value: Number(lag) })),
    );
    return (await Promise.all(figures)).flat();
  }

  private startHandlers: () => Promise<unknown> = () => Promise.resolve();
}
