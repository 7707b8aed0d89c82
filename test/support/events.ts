import { setTimeout as sleep } from 'node:timers/promises';
import type { Databases, Owner } from './databases.js';

interface SaidEvent {
  owner: Owner;
  eventId: string;
  topic: string;
  aggregateId: string;
  sequence: string;
  type: string;
  sent: boolean;
}

/** What went through the platform, once all of it has arrived. */
export interface Traffic {
  readonly events: readonly SaidEvent[];
  /** Inbox rows of all consumers: one per event and consumer that reads its topic. */
  readonly deliveries: number;
  /** How many events of each type were said. */
  readonly byType: Readonly<Record<string, number>>;
}

interface Look {
  readonly events: SaidEvent[];
  readonly deliveries: number;
  /** What is still on its way, in words. */
  readonly open: string[];
}

/**
 * Waits until every outbox and every audit queue is empty and every consumer has taken each event of its topics exactly
 * once (I3 of the oracle), with nothing held. Throws what is missing after `seconds`.
 */
export async function whenAllArrived(databases: Databases, seconds = 60): Promise<Traffic> {
  const until = Date.now() + seconds * 1000;
  let look = await lookAt(databases);
  while (look.open.length > 0) {
    if (Date.now() > until) throw new Error(`not arrived after ${seconds} s:\n${look.open.slice(0, 20).join('\n')}`);
    await sleep(200);
    look = await lookAt(databases);
  }
  const byType = Map.groupBy(look.events, (event) => event.type);
  return {
    events: look.events,
    deliveries: look.deliveries,
    byType: Object.fromEntries([...byType].map(([type, events]) => [type, events.length]).sort()),
  };
}

/** Numbers of each producer, topic and aggregate that are missing or doubled (I4); empty when all run 1…n. */
export function gapsOf(events: readonly SaidEvent[]): string[] {
  const streams = Map.groupBy(events, (event) => `${event.owner} ${event.topic} ${event.aggregateId}`);
  return [...streams].flatMap(([stream, said]) => {
    const numbers = said.map((event) => Number(event.sequence)).sort((one, other) => one - other);
    return numbers.every((number, i) => number === i + 1) ? [] : [`${stream}: ${numbers.join(' ')}`];
  });
}

async function lookAt(databases: Databases): Promise<Look> {
  const waiting = await databases.everywhere<{ count: number }>('select count(*)::int as count from audit_pending');
  // Inboxes first: an event that arrives meanwhile counts as missing for one more round, never as one too many.
  const inbox = await databases.everywhere<{ consumer: string; ids: string[] }>(
    'select consumer, array_agg(event_id::text) as ids from inbox group by consumer',
  );
  const readers = await databases.everywhere<{ consumer: string; topics: string[] }>(
    'select consumer, array_agg(topic) as topics from consumer_offset group by consumer',
  );
  const held = await databases.everywhere<{ consumer: string; state: string; reason: string; type: string }>(
    'select consumer, state, reason, type from held_event',
  );
  const events = await databases.everywhere<SaidEvent>(
    `select event_id::text as "eventId", topic, aggregate_id as "aggregateId", sequence::text, type,
            sent_at is not null as sent from outbox`,
  );
  const byTopic = Map.groupBy(events, (event) => event.topic);
  const received = new Map(inbox.map(({ owner, consumer, ids }) => [`${owner}/${consumer}`, new Set(ids)]));
  const missing = readers.flatMap(({ owner, consumer, topics }) => {
    const expected = topics.flatMap((topic) => byTopic.get(topic) ?? []);
    const taken = received.get(`${owner}/${consumer}`) ?? new Set();
    const absent = expected.filter((event) => !taken.has(event.eventId));
    const unknown = taken.size + absent.length - expected.length;
    return [
      ...absent.map((event) => `${owner}/${consumer} lacks ${event.type} ${event.sequence} of ${event.aggregateId}`),
      ...(unknown > 0 ? [`${owner}/${consumer} holds ${unknown} events that nobody said`] : []),
    ];
  });
  const open = [
    ...waiting
      .filter(({ count }) => count > 0)
      .map(({ owner, count }) => `${owner}: ${count} audit entries not sealed`),
    ...events.filter((event) => !event.sent).map((event) => `${event.owner} has not sent ${event.type}`),
    ...held.map(({ owner, consumer, state, reason, type }) => `${owner}/${consumer}: ${state} ${reason} ${type}`),
    ...missing,
  ];
  return { events, deliveries: inbox.reduce((sum, { ids }) => sum + ids.length, 0), open };
}
