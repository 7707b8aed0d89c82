import type { z } from 'zod';
import { metaOf } from './field.js';
import type { Topic } from './topic.js';

/** `every-service`: said by all of them, each from its own outbox. */
export type Producer =
  'institution-registry' | 'health-records' | 'referral' | 'settlement' | 'monitoring' | 'every-service';

export type Payload = Record<string, unknown>;

/** Pure conversion of a payload between two neighbouring versions. */
export type Convert = (data: Payload) => Payload;

/** All that is agreed about one version of one event. */
export interface Contract<S extends z.ZodObject = z.ZodObject> {
  type: string;
  version: number;
  topic: Topic;
  producer: Producer;
  /** Payload field that holds the aggregate id: message key and envelope `subject`. */
  aggregate: string;
  schema: S;
  /** From the version before to this one, for consumers. */
  up?: Convert;
  /** From this version to the one before, for outsiders pinned to it. */
  down?: Convert;
  description: { en: string; zh: string };
}

export type ContractRegistry = Readonly<Record<string, Contract>>;

/** A later version says how it converts; a first version is its schema alone. */
type Entry = z.ZodObject | { schema: z.ZodObject; up: Convert; down: Convert };
type SchemaOf<E extends Entry> = E extends z.ZodObject
  ? E
  : E extends { schema: infer S extends z.ZodObject }
    ? S
    : never;

/** Base name and version of `yiyang.referral.accepted.v1`; undefined where the text is no event type. */
export function parseType(type: string): { base: string; version: number } | undefined {
  const match = /^(yiyang\.[a-z][a-z-]*\.[a-z][a-z-]*)\.v([1-9]\d{0,3})$/.exec(type);
  return match?.[1] && match[2] ? { base: match[1], version: Number(match[2]) } : undefined;
}

/** The contracts of one topic and aggregate, by event type. */
export function contractsOf<const E extends Record<string, Entry>>(
  group: Pick<Contract, 'producer' | 'topic' | 'aggregate'>,
  entries: E,
): { [T in keyof E]: Contract<SchemaOf<E[T]>> } {
  const contracts = Object.entries(entries).map(([type, entry]) => [type, contractOf(group, type, entry)] as const);
  return Object.fromEntries(contracts) as { [T in keyof E]: Contract<SchemaOf<E[T]>> };
}

function contractOf(group: Pick<Contract, 'producer' | 'topic' | 'aggregate'>, type: string, entry: Entry): Contract {
  const parsed = parseType(type);
  if (!parsed) throw new Error(`${type} is no event type`);
  const { schema, ...conversions } = 'up' in entry ? entry : { schema: entry };
  const { description, zh } = metaOf(schema);
  return {
    type,
    version: parsed.version,
    ...group,
    schema,
    ...conversions,
    description: { en: description, zh },
  };
}
