import { CONTRACTS, typesOf } from '../contracts.js';
import { Envelope } from '../envelope.js';
import { EVENT, type EventType } from '../event.js';
import { exampleOf } from '../examples.js';
import { redact } from '../field-classes.js';
import type { FieldClass } from '../field.js';
import { jsonSchemaOf, propertiesOf, type JsonSchema } from '../json-schema.js';
import { TOPIC, type Topic } from '../topic.js';
import { bilingual, redactSchema } from './redact-schema.js';

export interface AsyncApiOptions {
  /** Role the view is for; without it the document is the platform's own. */
  department?: string;
  topics: readonly Topic[];
  /** Classes that the reader may see: of every event, or by event; undefined leaves an event out. */
  allowedClasses: ReadonlySet<FieldClass> | ((type: EventType) => ReadonlySet<FieldClass> | undefined);
}

interface Reference {
  $ref: string;
}

export interface AsyncApiMessage {
  name: string;
  title: string;
  summary: string;
  contentType: string;
  correlationId: { location: string };
  payload: JsonSchema;
  examples: { name: string; summary: string; payload: JsonSchema }[];
}

/** The parts of AsyncAPI 3.0 that we write. */
export interface AsyncApiDocument {
  asyncapi: '3.0.0';
  info: { title: string; version: string; description: string };
  defaultContentType: string;
  channels: Record<
    string,
    { address: string | null; title: string; description: string; messages: Record<string, Reference> }
  >;
  operations: Record<string, { action: 'send'; summary: string; channel: Reference; messages: Reference[] }>;
  components: { messages: Record<string, AsyncApiMessage>; schemas: Record<string, JsonSchema> };
}

const CONTENT_TYPE = 'application/cloudevents+json';

/** AsyncAPI 3.0 of what a reader gets, generated from the contracts. Pure. */
export function buildAsyncApi(options: AsyncApiOptions): AsyncApiDocument {
  const channels = options.topics.flatMap((topic) => {
    const messages = messagesOf(topic, options);
    return messages.length > 0 ? [{ topic, key: keyOf(TOPIC, topic), messages }] : [];
  });
  return {
    asyncapi: '3.0.0',
    info: infoOf(options.department),
    defaultContentType: CONTENT_TYPE,
    channels: Object.fromEntries(
      channels.map(({ topic, key, messages }) => [
        key,
        channelOf(
          topic,
          messages.map(([message]) => message),
          options,
        ),
      ]),
    ),
    operations: Object.fromEntries(
      channels.map(({ topic, key, messages }) => [`send${capital(key)}`, operationOf(topic, key, messages)]),
    ),
    components: {
      messages: Object.fromEntries(channels.flatMap(({ messages }) => messages)),
      schemas: { envelope: envelopeSchema() },
    },
  };
}

function infoOf(department: string | undefined): AsyncApiDocument['info'] {
  const reader = department === undefined ? 'all events inside the platform' : `view of ${department}`;
  return {
    title: `Yiyang Exchange events 医养数据交换平台事件: ${reader}`,
    version: '1.0.0',
    description:
      'CloudEvents 1.0. Delivery is at least once and in order per subject: skip an id that you have seen, and expect new ' +
      'fields and new types. No event names a person; ask the health records by id. ' +
      (department === undefined
        ? 'Topics are private to the platform.'
        : 'Read with GET /v1/events?after= (replay) or GET /v1/events/stream (SSE, Last-Event-ID); with Kafka also from the ' +
          'topic of your own subscription.'),
  };
}

function channelOf(
  topic: Topic,
  messages: readonly string[],
  { department }: AsyncApiOptions,
): AsyncApiDocument['channels'][string] {
  return {
    // A reader outside never meets our topics; null is AsyncAPI's "known at run time".
    address: department === undefined ? topic : null,
    title: topic,
    description: `Events of ${topic}; in order per subject.`,
    messages: Object.fromEntries(messages.map((key) => [key, { $ref: `#/components/messages/${key}` }])),
  };
}

function operationOf(
  topic: Topic,
  key: string,
  messages: readonly [string, AsyncApiMessage][],
): AsyncApiDocument['operations'][string] {
  return {
    action: 'send',
    summary: `The platform sends the events of ${topic}.`,
    channel: { $ref: `#/channels/${key}` },
    messages: messages.map(([message]) => ({ $ref: `#/channels/${key}/messages/${message}` })),
  };
}

function messagesOf(topic: Topic, { allowedClasses }: AsyncApiOptions): [string, AsyncApiMessage][] {
  return typesOf(topic).flatMap((type): [string, AsyncApiMessage][] => {
    const allowed = typeof allowedClasses === 'function' ? allowedClasses(type) : allowedClasses;
    return allowed ? [[keyOf(EVENT, type), messageOf(type, allowed)]] : [];
  });
}

function messageOf(type: EventType, allowed: ReadonlySet<FieldClass>): AsyncApiMessage {
  const { schema, description } = CONTRACTS[type];
  const data = redactSchema(jsonSchemaOf(schema), allowed) ?? { type: 'object', properties: {} };
  const example = exampleOf(type);
  return {
    name: type,
    title: description.zh,
    summary: `${description.en} (${description.zh})`,
    contentType: CONTENT_TYPE,
    correlationId: { location: '$message.payload#/correlationid' },
    payload: {
      allOf: [
        { $ref: '#/components/schemas/envelope' },
        { type: 'object', properties: { type: { const: type }, data }, required: ['data'] },
      ],
    },
    examples: [
      {
        name: keyOf(EVENT, type),
        summary: description.en,
        payload: { ...example, data: redact(type, example.data, allowed) },
      },
    ],
  };
}

function envelopeSchema(): JsonSchema {
  const schema = jsonSchemaOf(Envelope);
  const members = propertiesOf(schema).map(([name, member]) => [name, bilingual(member)] as const);
  return { ...schema, properties: Object.fromEntries(members) };
}

function keyOf(constants: Readonly<Record<string, string>>, value: string): string {
  const key = Object.keys(constants).find((name) => constants[name] === value);
  if (key === undefined) throw new Error(`${value} has no constant`);
  return key;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
