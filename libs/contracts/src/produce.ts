import type { z } from 'zod';
import type { ContractRegistry, Payload } from './contract.js';
import { contractFor, CONTRACTS } from './contracts.js';
import { MOST_EVENT_BYTES } from './envelope.js';

// Room for the members around the payload.
const MOST_PAYLOAD_BYTES = MOST_EVENT_BYTES - 420;

const strict = new Map<z.ZodObject, z.ZodObject>();

/**
 * Checks what a producer is about to say: no unknown field, no wrong value, small enough. A fault is a bug of ours, so it
 * throws an Error that names paths, never values.
 */
export function validateForProduction(type: string, data: object, registry: ContractRegistry = CONTRACTS): Payload {
  const { schema } = contractFor(type, registry);
  const checker = strict.get(schema) ?? schema.strict();
  strict.set(schema, checker);
  const parsed = checker.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`);
    throw new Error(`${type} breaks its contract: ${faults.join('; ')}`);
  }
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > MOST_PAYLOAD_BYTES)
    throw new Error(`${type} is larger than an event may be`);
  return parsed.data;
}
