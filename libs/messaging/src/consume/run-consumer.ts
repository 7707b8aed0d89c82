import type { EventBus, RunningSubscription } from '../bus/event-bus.js';
import { assertComplete, type ConsumerDefinition } from './consumer-definition.js';
import { EventConsumer, type EventConsumerParts } from './event-consumer.js';
import type { HeldEvents } from './held-events.js';

export interface ConsumerParts extends EventConsumerParts {
  readonly service: string;
  readonly bus: EventBus;
  readonly held: HeldEvents;
}

/** Lets one consumer read its topics; throws when its declaration is not complete. */
export function runConsumer(definition: ConsumerDefinition, parts: ConsumerParts): Promise<RunningSubscription> {
  assertComplete(definition);
  const { service, database, bus, held } = parts;
  const { name, topics } = definition;
  const consumer = new EventConsumer(definition, parts, () => held.wake());
  return bus.subscribe({
    consumer: name,
    group: `yiyang.${service}.${name}`,
    topics,
    database,
    handle: (batch) => consumer.consume(batch),
  });
}
