import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/**
 * JSON Schema (draft 7) as a consumer reads it: unknown fields are welcome. Without what `format` says already and
 * another release of zod may word differently, and without references, so that a part of it can stand anywhere.
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
  return plain(without(json, ['$schema', 'definitions'])) as JsonSchema;
}

export function isJsonSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function without(schema: JsonSchema, keywords: readonly string[]): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

/** The schemas of an object's fields by name. */
export function propertiesOf(schema: JsonSchema): [string, JsonSchema][] {
  return isJsonSchema(schema['properties'])
    ? Object.entries(schema['properties']).filter((entry): entry is [string, JsonSchema] => isJsonSchema(entry[1]))
    : [];
}

/** The fields that an object must have. */
export function requiredOf(schema: JsonSchema): string[] {
  return Array.isArray(schema['required']) ? schema['required'].map(String) : [];
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isJsonSchema(value)) return value;
  const dropped: string[] = [];
  if (typeof value['format'] === 'string') dropped.push('pattern');
  if (value['maximum'] === Number.MAX_SAFE_INTEGER) dropped.push('maximum');
  if (isReference(value['allOf'])) dropped.push('allOf'); // only "any JSON" refers: to itself
  return Object.fromEntries(Object.entries(without(value, dropped)).map(([key, inner]) => [key, plain(inner)]));
}

function isReference(allOf: unknown): boolean {
  return Array.isArray(allOf) && allOf.some((part) => isJsonSchema(part) && '$ref' in part);
}
