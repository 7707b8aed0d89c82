import { parseType, type ContractRegistry } from './contract.js';
import { contractFor, CONTRACTS } from './contracts.js';
import type { Envelope } from './envelope.js';

/** The event in the newest version the registry knows, by the pure `up` of each version between. */
export function upcast(envelope: Envelope, registry: ContractRegistry = CONTRACTS): Envelope {
  let current = envelope;
  for (let next = neighbour(current.type, 1, registry); next; next = neighbour(current.type, 1, registry)) {
    const { up } = contractFor(next, registry);
    if (!up) throw new Error(`${next} has no conversion from the version before`);
    current = { ...current, type: next, data: up(current.data) };
  }
  return current;
}

/** The event in an older version, for an outsider who is pinned to it. Throws for a version there is no way down to. */
export function downcast(envelope: Envelope, version: number, registry: ContractRegistry = CONTRACTS): Envelope {
  let current = envelope;
  while (versionOf(current.type) > version) {
    const { down } = contractFor(current.type, registry);
    const older = neighbour(current.type, -1, registry);
    if (!down || !older) throw new Error(`${current.type} has no conversion to the version before`);
    current = { ...current, type: older, data: down(current.data) };
  }
  return current;
}

const versionOf = (type: string) => parseType(type)?.version ?? 0;

function neighbour(type: string, step: 1 | -1, registry: ContractRegistry): string | undefined {
  const parsed = parseType(type);
  const candidate = parsed && `${parsed.base}.v${parsed.version + step}`;
  return candidate !== undefined && Object.hasOwn(registry, candidate) ? candidate : undefined;
}
