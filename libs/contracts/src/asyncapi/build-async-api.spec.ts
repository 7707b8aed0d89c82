import { EVENT, type EventType } from '../event.js';
import { FIELD_CLASSES, type FieldClass } from '../field.js';
import { isJsonSchema } from '../json-schema.js';
import { TOPIC } from '../topic.js';
import { buildAsyncApi } from './build-async-api.js';

const topics = Object.values(TOPIC);
const all = buildAsyncApi({ topics, allowedClasses: new Set(FIELD_CLASSES) });
const withoutHealth = buildAsyncApi({
  department: 'INSURANCE',
  topics,
  allowedClasses: new Set<FieldClass>(['id', 'fact']),
});

/** What a JSON pointer of the document points at. */
function at(pointer: string): unknown {
  return pointer
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((node, key) => (isJsonSchema(node) ? node[key] : undefined), all);
}

function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : references(value)));
}

describe('the AsyncAPI document', () => {
  it('is AsyncAPI 3.0 with one channel per topic and one message per event', () => {
    expect(all.asyncapi).toBe('3.0.0');
    expect(Object.values(all.channels).map(({ address }) => address)).toEqual(topics);
    expect(Object.keys(all.components.messages).sort()).toEqual(Object.keys(EVENT).sort());
  });

  it('has only names that AsyncAPI allows for components', () => {
    const names = [all.channels, all.operations, all.components.messages].flatMap((part) => Object.keys(part));
    expect(names.filter((name) => !/^[A-Za-z0-9_-]+$/.test(name))).toEqual([]);
  });

  it('refers only to what is there', () => {
    const all53 = references(all);
    expect(all53.length).toBeGreaterThan(Object.keys(EVENT).length * 3);
    expect(all53.filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });

  it('has an operation per channel, whose messages are messages of that channel', () => {
    for (const { action, channel, messages } of Object.values(all.operations)) {
      expect(action).toBe('send');
      for (const { $ref } of messages) expect($ref.startsWith(`${channel.$ref}/messages/`)).toBe(true);
    }
  });

  it('explains each field in English and Chinese', () => {
    expect(JSON.stringify(all.components.messages['referralRequestedV1'])).toContain('"Stage of care (服务阶段)"');
    expect(JSON.stringify(all)).not.toContain('"zh"');
  });

  it('hides from a reader without health what they may not see: field, duty and example', () => {
    const message = JSON.stringify(withoutHealth.components.messages['careStateChangedV1']);
    expect(message).toContain('"since"');
    expect(message).not.toMatch(/"(to|from|stage)"/);
    expect(message).not.toContain('INPATIENT');
    expect(JSON.stringify(withoutHealth)).not.toContain('"x-field-class":"health"');
    expect(JSON.stringify(all)).toContain('"x-field-class":"health"');
  });

  it('tells an outsider no internal address', () => {
    expect(Object.values(withoutHealth.channels).every(({ address }) => address === null)).toBe(true);
  });

  it('shows only the topics that were asked for', () => {
    const some = buildAsyncApi({ topics: [TOPIC.claim], allowedClasses: new Set(FIELD_CLASSES) });
    expect(Object.keys(some.channels)).toEqual(['claim']);
    expect(Object.keys(some.components.messages)).toEqual([
      'claimAdjudicatedV1',
      'claimAdjustedV1',
      'claimCancelledV1',
    ]);
  });

  it('lets the reader’s policy decide event by event, and drops a channel without events', () => {
    const allowedClasses = (type: EventType) =>
      type === EVENT.claimCancelledV1 ? new Set<FieldClass>(['id']) : undefined;
    const some = buildAsyncApi({ topics: [TOPIC.claim, TOPIC.elder], allowedClasses });
    expect(Object.keys(some.channels)).toEqual(['claim']);
    const example = some.components.messages['claimCancelledV1']?.examples[0]?.payload['data'];
    expect(Object.keys(example as object)).toEqual(['claimId', 'elderId', 'institutionId']);
  });
});
