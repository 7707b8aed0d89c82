import type { FieldClass } from '../field.js';
import { isJsonSchema, propertiesOf, requiredOf, without, type JsonSchema } from '../json-schema.js';

/**
 * The JSON Schema of a payload as `redact` leaves it: fields of other classes are gone. Undefined where nothing is left.
 * Texts become "English (中文)" and the class a specification extension.
 */
export function redactSchema(schema: JsonSchema, allowed: ReadonlySet<FieldClass>): JsonSchema | undefined {
  const meta = metaOf(schema);
  if (meta?.fieldClass) return allowed.has(meta.fieldClass) ? leaf(schema, meta) : undefined;
  if (isJsonSchema(schema['items'])) {
    const items = redactSchema(schema['items'], allowed);
    return items && { ...schema, items };
  }
  const kept = propertiesOf(schema).flatMap(([name, field]) => {
    const visible = redactSchema(field, allowed);
    return visible ? [[name, visible] as const] : [];
  });
  if (kept.length === 0) return undefined;
  const properties = Object.fromEntries(kept);
  const required = requiredOf(schema).filter((name) => Object.hasOwn(properties, name));
  return { ...without(schema, ['description', 'zh']), properties, ...(required.length > 0 && { required }) };
}

/** "English (中文)" of a schema that has both. */
export function bilingual(schema: JsonSchema): JsonSchema {
  const { description, zh } = schema;
  if (typeof description !== 'string' || typeof zh !== 'string') return schema;
  return { ...without(schema, ['zh']), description: `${description} (${zh})` };
}

interface Meta {
  fieldClass: FieldClass;
  description: string;
  zh: string;
}

/** The meta of a field, also where it stands inside a choice with null. */
function metaOf(schema: JsonSchema): Meta | undefined {
  if ('fieldClass' in schema) return schema as unknown as Meta;
  const choices: unknown[] = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  return choices.filter(isJsonSchema).map(metaOf).find(Boolean);
}

function leaf(schema: JsonSchema, { fieldClass, description, zh }: Meta): JsonSchema {
  const texts = ['fieldClass', 'description', 'zh'];
  const bare = without(schema, texts);
  const choices: unknown[] = Array.isArray(bare['anyOf']) ? bare['anyOf'] : [];
  const anyOf = choices.map((choice) => (isJsonSchema(choice) ? without(choice, texts) : choice));
  return {
    description: `${description} (${zh})`,
    'x-field-class': fieldClass,
    ...bare,
    ...(anyOf.length > 0 && { anyOf }),
  };
}
