import { typesOf, CONTRACTS, type Envelope, type Topic } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';

/** What a handler may know besides the payload. */
export interface EventContext {
  readonly tx: Tx;
  readonly envelope: Envelope;
}

/** Applies one event inside `context.tx`; throwing keeps the event from being applied. */
export type EventHandler = (data: unknown, context: EventContext) => unknown;

/**
 * A `copy` writes only its own copy tables and may be rebuilt from the beginning; a `reaction` acts once and is never
 * replayed.
 */
export type ConsumerKind = 'copy' | 'reaction';

export interface ConsumerDeclaration {
  /** Unique in its service, kebab-case; key of its inbox rows, so it never changes. */
  readonly name: string;
  readonly kind: ConsumerKind;
  readonly topics: readonly Topic[];
  /** Types of the topics that this consumer does not need. */
  readonly ignore?: readonly string[];
  /** A copy's tables, emptied by a rebuild. */
  readonly tables?: readonly string[];
}

export interface ConsumerDefinition extends ConsumerDeclaration {
  readonly handlers: ReadonlyMap<string, EventHandler>;
}

/** What is wrong with a declaration, in sentences; empty when every type of its topics is handled or ignored. */
export function faultsOf(definition: ConsumerDefinition): string[] {
  const { name, kind, topics, tables = [], ignore = [], handlers } = definition;
  const types = new Set<string>(topics.flatMap((topic) => newestTypesOf(topic)));
  const faults: string[] = [];
  for (const type of types) {
    if (handlers.has(type) === ignore.includes(type)) faults.push(`${name} must either handle or ignore ${type}`);
  }
  for (const type of [...handlers.keys(), ...ignore])
    if (!types.has(type))
      faults.push(`${name} names ${type}, which is in none of its topics or not the newest version`);
  if (topics.length === 0) faults.push(`${name} reads no topic`);
  if (kind === 'copy' && tables.length === 0) faults.push(`${name} is a copy and lists no table`);
  if (kind === 'reaction' && tables.length > 0) faults.push(`${name} is a reaction: its tables are never rebuilt`);
  return faults;
}

/** Throws when `faultsOf` finds something; run at start, before anything is read. */
export function assertComplete(definition: ConsumerDefinition): void {
  const faults = faultsOf(definition);
  if (faults.length > 0) throw new Error(faults.join('; '));
}

/** Consumers see payloads in the newest version only, so only those types need a handler. */
function newestTypesOf(topic: Topic): string[] {
  const newest = new Map<string, { type: string; version: number }>();
  for (const type of typesOf(topic)) {
    const { version } = CONTRACTS[type];
    const base = type.slice(0, type.lastIndexOf('.v'));
    if (version > (newest.get(base)?.version ?? 0)) newest.set(base, { type, version });
  }
  return [...newest.values()].map((entry) => entry.type);
}
