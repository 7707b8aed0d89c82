import { ROLES } from '@yiyang/access';
import { buildAsyncApi, FIELD_CLASSES, TOPIC, type AsyncApiDocument } from '@yiyang/contracts';
import { outlookOf, type Audience } from '../feed/audience.js';

type AsyncApiMessage = AsyncApiDocument['components']['messages'][string];
type Json = Record<string, unknown>;

const made = new Map<Audience, AsyncApiDocument>();

/** The AsyncAPI document of what one audience gets: its events, and in them the fields that its feed holds. */
export function asyncApiView(audience: Audience): AsyncApiDocument {
  const document = made.get(audience) ?? makeView(audience);
  made.set(audience, document);
  return document;
}

function makeView(audience: Audience): AsyncApiDocument {
  const document = buildAsyncApi({
    department: `${ROLES[audience].zh} ${audience}`,
    topics: Object.values(TOPIC),
    allowedClasses: (type) => (outlookOf(audience, type) ? new Set(FIELD_CLASSES) : undefined),
  });
  const messages = Object.entries(document.components.messages).map(
    ([key, message]) => [key, withFields(message, fieldsOf(audience, message))] as const,
  );
  return { ...document, components: { ...document.components, messages: Object.fromEntries(messages) } };
}

function fieldsOf(audience: Audience, message: AsyncApiMessage): ReadonlySet<string> {
  const outlook = outlookOf(audience, message.name as Parameters<typeof outlookOf>[1]);
  // Every event that goes out is flat, so a field is a member of `data`.
  return outlook?.fields ?? new Set();
}

function withFields(message: AsyncApiMessage, fields: ReadonlySet<string>): AsyncApiMessage {
  return {
    ...message,
    payload: pruned(message.payload, fields) as AsyncApiMessage['payload'],
    examples: message.examples.map((example) => ({
      ...example,
      payload: { ...example.payload, data: only(example.payload['data'] as Json, fields) },
    })),
  };
}

/** The schema with only these members of `data`, wherever it describes one. */
function pruned(schema: unknown, fields: ReadonlySet<string>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => pruned(one, fields));
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === 'data' && typeof value === 'object' ? dataSchema(value as Json, fields) : pruned(value, fields),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function dataSchema(schema: Json, fields: ReadonlySet<string>): Json {
  const { properties, required } = schema as { properties?: Json; required?: string[] };
  return {
    ...schema,
    ...(properties && { properties: only(properties, fields) }),
    ...(required && { required: required.filter((name) => fields.has(name)) }),
  };
}

function only(object: Json, fields: ReadonlySet<string>): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => fields.has(name)));
}
