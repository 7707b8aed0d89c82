import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Metrics } from '@yiyang/observability';
import type { RunningSubscription } from '../bus/event-bus.js';
import {
  assertComplete,
  type ConsumerDeclaration,
  type ConsumerDefinition,
  type EventHandler,
} from '../consume/consumer-definition.js';
import type { ConsumerFigures } from '../consume/event-consumer.js';
import { runConsumer, type ConsumerParts } from '../consume/run-consumer.js';
import { CONSUMER } from './consumer.decorator.js';

export interface TransportParts extends Omit<ConsumerParts, 'figures'> {
  readonly metrics?: Metrics | undefined;
}

/** Nest's handlers of events, fed by `consume()` from our own bus. */
export class ExchangeTransport extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly consumers = new Map<
    string,
    { declaration: ConsumerDeclaration; handlers: Map<string, EventHandler> }
  >();
  private readonly running = new Map<string, RunningSubscription>();

  constructor(private readonly parts: TransportParts) {
    super();
  }

  /** Nest calls this once per `@EventPattern` method. */
  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const declaration = extras[CONSUMER] as ConsumerDeclaration | undefined;
    if (!isEventHandler || !declaration || typeof pattern !== 'string')
      throw new Error(`${String(pattern)}: only @EventPattern methods of a class with @Consumer() are handlers here`);
    const known = this.consumers.get(declaration.name);
    if (known && known.declaration !== declaration) throw new Error(`two consumers are named ${declaration.name}`);
    const { handlers } = known ?? { handlers: new Map<string, EventHandler>() };
    if (handlers.has(pattern)) throw new Error(`${declaration.name} handles ${pattern} twice`);
    this.consumers.set(declaration.name, { declaration, handlers: handlers.set(pattern, callback) });
  }

  get definitions(): ConsumerDefinition[] {
    return [...this.consumers.values()].map(({ declaration, handlers }) => ({ ...declaration, handlers }));
  }

  /** Running subscriptions by consumer name. */
  get subscriptions(): ReadonlyMap<string, RunningSubscription> {
    return this.running;
  }

  listen(callback: (error?: unknown) => void): void {
    this.subscribeAll().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    await Promise.all([...this.running.values()].map((subscription) => subscription.stop()));
    await this.parts.held.stop();
  }

  on(): never {
    throw new Error('the transport has no events of its own');
  }

  unwrap(): never {
    throw new Error('the transport has no server below');
  }

  private async subscribeAll(): Promise<void> {
    const { metrics, held } = this.parts;
    for (const definition of this.definitions) assertComplete(definition);
    const help = 'Events taken from the bus, by what became of them';
    const counter = metrics?.counter('events_consumed_total', help, ['consumer', 'outcome']);
    held.start(this.definitions);
    for (const definition of this.definitions) {
      const { name: consumer } = definition;
      const figures: ConsumerFigures = {
        count: (outcome, events) => counter?.inc({ consumer, outcome }, events),
      };
      this.running.set(consumer, await runConsumer(definition, { ...this.parts, figures }));
    }
  }
}
