import type { z } from 'zod';
import type { ContractRegistry, Payload } from './contract.js';
import { contractFor, CONTRACTS } from './contracts.js';
import { metaOf, type FieldClass } from './field.js';

/** A leaf of a payload; array elements share the path of the array: `entries.at`. */
export interface EventField {
  readonly path: string;
  /** Undefined is a mistake that a test finds. */
  readonly fieldClass: FieldClass | undefined;
  readonly description: string;
  readonly zh: string;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
}

type Node = Omit<EventField, 'path'> & { readonly fields: ReadonlyMap<string, Node> };

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Record<string, z.ZodType>;
}

function nodeOf(schema: z.ZodType, isOptional = false, isNullable = false): Node {
  const meta = metaOf(schema);
  const { fieldClass } = meta;
  const definition = schema.def as unknown as Definition;
  const inner = definition.innerType ?? definition.element;
  // A field with a class is a leaf, whatever its shape.
  if (!fieldClass && inner)
    return nodeOf(inner, isOptional || definition.type === 'optional', isNullable || definition.type === 'nullable');
  const shape = fieldClass ? {} : (definition.shape ?? {});
  return {
    ...meta,
    isOptional,
    isNullable,
    fields: new Map(Object.entries(shape).map(([name, field]) => [name, nodeOf(field)])),
  };
}

const nodes = new Map<z.ZodObject, Node>();

function nodeOfType(type: string, registry: ContractRegistry): Node {
  const { schema } = contractFor(type, registry);
  const node = nodes.get(schema) ?? nodeOf(schema);
  nodes.set(schema, node);
  return node;
}

/** Every leaf field of an event type. */
export function eventFields(type: string, registry: ContractRegistry = CONTRACTS): EventField[] {
  const walk = ({ fields, ...field }: Node, path: string): EventField[] =>
    fields.size === 0
      ? [{ path, ...field }]
      : [...fields].flatMap(([name, inner]) => walk(inner, path ? `${path}.${name}` : name));
  return walk(nodeOfType(type, registry), '');
}

/** The class of every leaf field by its path. */
export function fieldClasses(
  type: string,
  registry: ContractRegistry = CONTRACTS,
): Record<string, FieldClass | undefined> {
  return Object.fromEntries(eventFields(type, registry).map(({ path, fieldClass }) => [path, fieldClass]));
}

/** A copy of a payload with only the fields whose class is allowed; unclassed and unknown fields never stay. */
export function redact(
  type: string,
  data: Payload,
  allowed: ReadonlySet<FieldClass>,
  registry: ContractRegistry = CONTRACTS,
): Payload {
  return keep(nodeOfType(type, registry), data, allowed) as Payload;
}

function keep(node: Node, value: unknown, allowed: ReadonlySet<FieldClass>): unknown {
  if (node.fieldClass) return allowed.has(node.fieldClass) ? value : undefined;
  if (Array.isArray(value)) return value.map((element) => keep(node, element, allowed));
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value).map(([name, inner]) => {
    const field = node.fields.get(name);
    return [name, field && keep(field, inner, allowed)] as const;
  });
  return Object.fromEntries(kept.filter(([, inner]) => inner !== undefined));
}
