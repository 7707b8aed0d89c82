import { CONTRACTS, typesOf } from '../contracts.js';
import { Envelope } from '../envelope.js';
import { EVENT, type EventType } from '../event.js';
import { eventFields, type EventField } from '../field-classes.js';
import { jsonSchemaOf, propertiesOf } from '../json-schema.js';
import { TOPIC, type Topic } from '../topic.js';

const INTRODUCTION = [
  '# Events',
  '',
  'Generated from `libs/contracts` (`npx node libs/contracts/tools/write-events-page.mjs`); do not edit.',
  '',
  'Every event is a CloudEvents 1.0 envelope whose `data` is listed below. A field is an `id` (opaque key), a `fact`, or',
  '`health` (leaves the platform only towards a reader who could read it). `?` = may be absent, `|null` = may be null.',
  'No event holds a name, a number of a person, an address, a phone, a diagnosis or free text.',
  '',
].join('\n');

/** The page `docs/events.md`: the envelope, then one table per topic. */
export function renderEventsPage(): string {
  return [INTRODUCTION, envelopeTable(), ...Object.values(TOPIC).map(topicSection)].join('\n');
}

function envelopeTable(): string {
  const rows = propertiesOf(jsonSchemaOf(Envelope)).map(([name, member]) =>
    row(`\`${name}\``, String(member['description']), String(member['zh'])),
  );
  return ['## Envelope', '', row('member', 'meaning', '中文'), row('---', '---', '---'), ...rows, ''].join('\n');
}

function topicSection(topic: Topic): string {
  const types = typesOf(topic);
  const producers = [...new Set(types.map((type) => CONTRACTS[type].producer.replace('-', ' ')))];
  return [
    `## ${topic}`,
    '',
    `Said by ${producers.join(', ')}.`,
    '',
    row('event', 'when', 'key', 'fields'),
    row('---', '---', '---', '---'),
    ...types.map(eventRow),
    '',
  ].join('\n');
}

function eventRow(type: EventType): string {
  const { description, aggregate } = CONTRACTS[type];
  const constant = Object.entries(EVENT).find(([, value]) => value === type)?.[0] ?? '';
  return row(
    `\`${type}\`<br>\`EVENT.${constant}\``,
    `${description.en}<br>${description.zh}`,
    `\`${aggregate}\``,
    eventFields(type).map(fieldText).join('<br>'),
  );
}

function fieldText({ path, isNullable, isOptional, zh, fieldClass }: EventField): string {
  // A bar inside a table cell is written with a backslash.
  return `\`${path}${isNullable ? '\\|null' : ''}${isOptional ? '?' : ''}\` ${zh} (${fieldClass ?? 'no class'})`;
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
