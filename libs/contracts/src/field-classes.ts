import type { z } from 'zod';
import type { ContractRegistry, Payload } from './contract.js';
import { contractFor, CONTRACTS } from './contracts.js';
import type { FieldClass } from './field.js';

interface Node {
  readonly fieldClass?: FieldClass;
  readonly fields: ReadonlyMap<string, Node>;
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Record<string, z.ZodType>;
}

function nodeOf(schema: z.ZodType): Node {
  const fieldClass = schema.meta()?.['fieldClass'] as FieldClass | undefined;
  if (fieldClass) return { fieldClass, fields: new Map() };
  const definition = schema.def as unknown as Definition;
  const inner = definition.innerType ?? definition.element;
  if (inner) return nodeOf(inner);
  return { fields: new Map(Object.entries(definition.shape ?? {}).map(([name, field]) => [name, nodeOf(field)])) };
}

const nodes = new Map<z.ZodObject, Node>();

function nodeOfType(type: string, registry: ContractRegistry): Node {
  const { schema } = contractFor(type, registry);
  const node = nodes.get(schema) ?? nodeOf(schema);
  nodes.set(schema, node);
  return node;
}

/** The class of every leaf field by its path; array elements share the path of the array: `entries.at`. */
export function fieldClasses(
  type: string,
  registry: ContractRegistry = CONTRACTS,
): Record<string, FieldClass | undefined> {
  const classes: Record<string, FieldClass | undefined> = {};
  const walk = (node: Node, path: string): void => {
    if (node.fields.size === 0) classes[path] = node.fieldClass;
    for (const [name, field] of node.fields) walk(field, path ? `${path}.${name}` : name);
  };
  walk(nodeOfType(type, registry), '');
  return classes;
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
