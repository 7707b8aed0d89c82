import { isDeepStrictEqual } from 'node:util';
import { isJsonSchema, propertiesOf, requiredOf, without, type JsonSchema } from '../json-schema.js';

/** What was published of an event version: its schema without texts, and the digest of its example. */
export interface PublishedEvent {
  readonly schema: JsonSchema;
  readonly exampleSha256: string;
}

export type SchemaSnapshot = Readonly<Record<string, PublishedEvent>>;

const ADVICE = 'leave this version as it was published and add a file of the next version with "up" and "down"';

/** Every change since the snapshot that a consumer of the same version might not survive; one sentence each. */
export function incompatibilities(published: SchemaSnapshot, now: SchemaSnapshot): string[] {
  return Object.entries(published).flatMap(([type, before]) => {
    const after = now[type];
    if (!after) return [`${type} is gone: a version lives for 12 months after its successor`];
    const changes = compare(before.schema, after.schema, '').map((change) => `${type}: ${change}; ${ADVICE}`);
    const isEdited = before.exampleSha256 !== after.exampleSha256;
    return isEdited ? [...changes, `${type}: its example was edited; examples are frozen`] : changes;
  });
}

function compare(before: JsonSchema, after: JsonSchema, path: string): string[] {
  return [
    ...compareFields(before, after, path),
    ...compareItems(before, after, path),
    ...compareRest(before, after, path),
  ];
}

function compareFields(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const [old, present] = [new Map(propertiesOf(before)), new Map(propertiesOf(after))];
  const [mustBefore, mustAfter] = [requiredOf(before), requiredOf(after)];
  const at = (name: string) => (path ? `${path}.${name}` : name);
  const known = [...old].flatMap(([name, field]) => {
    const successor = present.get(name);
    if (!successor) return [`field ${at(name)} was removed`];
    const was = mustBefore.includes(name);
    const duty = was === mustAfter.includes(name) ? [] : [`field ${at(name)} became ${was ? 'optional' : 'required'}`];
    return [...duty, ...compare(field, successor, at(name))];
  });
  const added = [...present.keys()].filter((name) => !old.has(name) && mustAfter.includes(name));
  return [...known, ...added.map((name) => `new field ${at(name)} is required`)];
}

function compareItems(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const [old, present] = [before['items'], after['items']];
  return isJsonSchema(old) && isJsonSchema(present) ? compare(old, present, `${path}[]`) : [];
}

/** Every other keyword: type, enum, pattern, limits, field class. */
function compareRest(before: JsonSchema, after: JsonSchema, path: string): string[] {
  const here = path || 'the payload';
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keywords
    .filter((keyword) => !['properties', 'required', 'items'].includes(keyword) || isUncompared(keyword, before, after))
    .filter((keyword) => !isDeepStrictEqual(before[keyword], after[keyword]))
    .map((keyword) => `${keyword} of ${here} changed`);
}

/** A structure that only one side has was not compared field by field. */
function isUncompared(keyword: string, before: JsonSchema, after: JsonSchema): boolean {
  return keyword === 'items' && !(isJsonSchema(before[keyword]) && isJsonSchema(after[keyword]));
}

/** A schema without the texts that may be improved at any time. */
export function withoutTexts(schema: JsonSchema): JsonSchema {
  const stripped = without(schema, ['description', 'zh']);
  return Object.fromEntries(
    Object.entries(stripped).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' && isJsonSchema(value)
        ? Object.fromEntries(propertiesOf(schema).map(([name, field]) => [name, withoutTexts(field)]))
        : stripInner(value),
    ]),
  );
}

function stripInner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => stripInner(inner));
  return isJsonSchema(value) ? withoutTexts(value) : value;
}
