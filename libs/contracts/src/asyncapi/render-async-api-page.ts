import { isJsonSchema, propertiesOf, requiredOf, type JsonSchema } from '../json-schema.js';
import type { AsyncApiDocument, AsyncApiMessage } from './build-async-api.js';

const STYLE = `
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
code,pre{font:13px/1.45 ui-monospace,Menlo,Consolas,monospace}
pre{overflow:auto;padding:.75rem;border:1px solid #8884;border-radius:6px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884}
h2{margin-top:2.5rem}h3{margin-top:2rem}nav li{margin:.15rem 0}
.health{font-weight:600}`;

/** A readable page of the document: self-contained, without scripts or anything loaded from elsewhere. */
export function renderAsyncApiPage(document: AsyncApiDocument): string {
  const { info, channels, components } = document;
  const envelope = components.schemas['envelope'] ?? {};
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(info.title)}</title><style>${STYLE}
</style></head>
<body>
<h1>${escape(info.title)}</h1>
<p>${escape(info.description)}</p>
<nav><ul>${Object.entries(channels).map(navigation).join('')}</ul></nav>
<h2>Envelope</h2>
${fieldTable(envelope)}
${Object.entries(channels)
  .map(([key, channel]) => channelSection(key, channel, components.messages))
  .join('\n')}
</body>
</html>
`;
}

type Channel = AsyncApiDocument['channels'][string];

function navigation([key, channel]: [string, Channel]): string {
  return `<li><a href="#${escape(key)}"><code>${escape(channel.title)}</code></a>: ${Object.keys(channel.messages).length} events</li>`;
}

function channelSection(key: string, channel: Channel, messages: Readonly<Record<string, AsyncApiMessage>>): string {
  const sections = Object.keys(channel.messages).flatMap((name) => {
    const message = messages[name];
    return message ? [messageSection(name, message)] : [];
  });
  return `<h2 id="${escape(key)}">${escape(channel.title)}</h2>
<p>${escape(channel.description)}</p>
${sections.join('\n')}`;
}

function messageSection(key: string, message: AsyncApiMessage): string {
  return `<h3 id="${escape(key)}"><code>${escape(message.name)}</code></h3>
<p>${escape(message.summary)}</p>
${fieldTable(dataSchemaOf(message))}
${message.examples.map((example) => `<pre>${escape(JSON.stringify(example.payload, null, 2))}</pre>`).join('')}`;
}

/** The schema of `data`, which stands beside the envelope in the payload. */
function dataSchemaOf(message: AsyncApiMessage): JsonSchema {
  const parts: unknown[] = Array.isArray(message.payload['allOf']) ? message.payload['allOf'] : [];
  const own = parts.filter(isJsonSchema).flatMap(propertiesOf);
  return own.find(([name]) => name === 'data')?.[1] ?? {};
}

function fieldTable(schema: JsonSchema): string {
  const rows = fieldRows(schema, '');
  if (rows.length === 0) return '<p>No field of this event is visible in this view.</p>';
  return `<table><thead><tr><th>field</th><th>type</th><th>class</th><th>meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function fieldRows(schema: JsonSchema, prefix: string): string[] {
  const required = requiredOf(schema);
  return propertiesOf(schema).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const inner = isJsonSchema(field['items']) && propertiesOf(field['items']).length > 0 ? field['items'] : undefined;
    if (inner) return fieldRows(inner, `${path}[].`);
    return [fieldRow(required.includes(name) ? path : `${path}?`, field)];
  });
}

function fieldRow(path: string, field: JsonSchema): string {
  const fieldClass = typeof field['x-field-class'] === 'string' ? field['x-field-class'] : '';
  const description = typeof field['description'] === 'string' ? field['description'] : '';
  return `<tr><td><code>${escape(path)}</code></td><td>${escape(typeText(field))}</td><td class="${escape(fieldClass)}">${escape(fieldClass)}</td><td>${escape(description)}</td></tr>`;
}

function typeText(schema: JsonSchema): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].join(' | ');
  if ('const' in schema) return String(schema['const']);
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].filter(isJsonSchema).map(typeText).join(' | ');
  if (isJsonSchema(schema['items'])) return `list of ${typeText(schema['items'])}`;
  const type = typeof schema['type'] === 'string' ? schema['type'] : 'any JSON';
  return typeof schema['format'] === 'string' ? `${type} (${schema['format']})` : type;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
