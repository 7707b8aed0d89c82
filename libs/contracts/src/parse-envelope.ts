import type { ContractRegistry, Payload } from './contract.js';
import { parseType } from './contract.js';
import { CONTRACTS } from './contracts.js';
import { Envelope } from './envelope.js';
import { upcast } from './versions.js';

/** What a message turned out to be. `reason` names paths and rules, never values. */
export type ParsedEnvelope =
  | { kind: 'event'; envelope: Envelope; data: Payload }
  | { kind: 'unknown-type'; envelope: Envelope }
  | { kind: 'newer-version'; envelope: Envelope }
  | { kind: 'unreadable'; reason: string; aggregateId?: string };

/**
 * Reads a message by the contracts and never throws. Unknown payload fields are dropped (a newer producer may add them);
 * the payload comes in the newest version, and `envelope.type` names it.
 */
export function parseEnvelope(message: unknown, registry: ContractRegistry = CONTRACTS): ParsedEnvelope {
  const parsed = Envelope.safeParse(fromText(message));
  if (!parsed.success) return { kind: 'unreadable', reason: reasonOf(parsed.error.issues), ...subjectOf(message) };
  const envelope = parsed.data;
  const contract = Object.hasOwn(registry, envelope.type) ? registry[envelope.type] : undefined;
  if (!contract) return { kind: isNewer(envelope.type, registry) ? 'newer-version' : 'unknown-type', envelope };
  const data = contract.schema.safeParse(envelope.data);
  if (!data.success)
    return { kind: 'unreadable', reason: reasonOf(data.error.issues, 'data'), aggregateId: envelope.subject };
  if (data.data[contract.aggregate] !== envelope.subject)
    return {
      kind: 'unreadable',
      reason: `data.${contract.aggregate}: is not the subject`,
      aggregateId: envelope.subject,
    };
  const newest = upcast({ ...envelope, data: data.data }, registry);
  return { kind: 'event', envelope: newest, data: newest.data };
}

function fromText(message: unknown): unknown {
  if (typeof message !== 'string' && !Buffer.isBuffer(message)) return message;
  try {
    return JSON.parse(message.toString()) as unknown;
  } catch {
    return undefined;
  }
}

function reasonOf(issues: readonly { path: PropertyKey[]; code: string }[], prefix = ''): string {
  const faults = issues.map(({ path, code }) => {
    const place = [prefix, ...path.map(String)].filter(Boolean).join('.');
    return `${place || 'the message'}: ${code}`;
  });
  return [...new Set(faults)].slice(0, 5).join('; ');
}

function subjectOf(message: unknown): { aggregateId?: string } {
  const value = fromText(message);
  const subject = typeof value === 'object' && value !== null && 'subject' in value ? value.subject : undefined;
  const known = Envelope.shape.subject.safeParse(subject);
  return known.success ? { aggregateId: known.data } : {};
}

/** A version above all that the registry has; one below them was retired and no upgrade will bring it back. */
function isNewer(type: string, registry: ContractRegistry): boolean {
  const asked = parseType(type);
  const known = Object.keys(registry)
    .map(parseType)
    .filter((parsed) => parsed !== undefined && parsed.base === asked?.base);
  return asked !== undefined && known.length > 0 && known.every((parsed) => Number(parsed?.version) < asked.version);
}
