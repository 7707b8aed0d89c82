import type { ContractRegistry, Payload } from './contract.js';
import { contractFor, CONTRACTS } from './contracts.js';
import { MOST_EVENT_BYTES } from './envelope.js';
import { TOPIC, type Topic } from './topic.js';

/** Bytes of the members around the payload. */
const ENVELOPE_BYTES = 420;

const LARGER_TOPICS: Partial<Record<Topic, number>> = {
  // A linked claim with its sums of before and after is 620 to 650 bytes; nobody outside settlement can compute them.
  [TOPIC.claim]: 1280,
  // A policy value may be a table of amounts; it is published seldom and no reader could fetch it from elsewhere.
  [TOPIC.regionPolicy]: 16 * MOST_EVENT_BYTES,
};

/**
 * Checks what a producer is about to say: no unknown field, no wrong value, small enough. A fault is a bug of ours, so it
 * throws an Error that names paths, never values.
 */
export function validateForProduction(type: string, data: object, registry: ContractRegistry = CONTRACTS): Payload {
  const { schema, topic } = contractFor(type, registry);
  const parsed = schema.safeParse(data);
  const faults = parsed.success
    ? unknownPaths(data, parsed.data).map((path) => `${path}: unknown`)
    : parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`);
  if (!parsed.success || faults.length > 0) throw new Error(`${type} breaks its contract: ${faults.join('; ')}`);
  const most = (LARGER_TOPICS[topic] ?? MOST_EVENT_BYTES) - ENVELOPE_BYTES;
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > most) throw new Error(`${type} is larger than an event may be`);
  return parsed.data;
}

/** Fields that the schema dropped. Looks into lists too, which `strict()` of the outer object does not. */
function unknownPaths(given: unknown, kept: unknown, prefix = ''): string[] {
  if (!isContainer(given) || !isContainer(kept)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    if (!Object.hasOwn(kept, name)) return value === undefined ? [] : [`${prefix}${name}`];
    return unknownPaths(value, kept[name], `${prefix}${name}.`);
  });
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
