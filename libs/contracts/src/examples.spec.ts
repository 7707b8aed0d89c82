import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS } from './contracts.js';
import { MOST_EVENT_BYTES } from './envelope.js';
import { EVENT, type EventType } from './event.js';
import { EXAMPLES, exampleOf } from './examples.js';
import { parseEnvelope } from './parse-envelope.js';
import { validateForProduction } from './produce.js';

const types = Object.values(EVENT);

/** Optional fields that came to a version after its example was frozen. */
const LATER_FIELDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  [EVENT.institutionBedInventoryChangedV1]: ['bedChangeId', 'reserved'],
};

describe('examples', () => {
  it('has one for every event version', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual([...types].sort());
  });

  it.each(types)('%s parses strictly, as a producer must say it', (type: EventType) => {
    const { data } = exampleOf(type);
    expect(validateForProduction(type, data)).toEqual(data);
  });

  it.each(types)('%s is a whole envelope of its own type and aggregate', (type: EventType) => {
    const example = exampleOf(type);
    expect(parseEnvelope(JSON.stringify(example))).toEqual({ kind: 'event', envelope: example, data: example.data });
    expect(example.type).toBe(type);
    expect(example.subject).toBe(example.data[CONTRACTS[type].aggregate]);
  });

  it.each(types)('%s is said by its producer in less than a kilobyte', (type: EventType) => {
    const example = exampleOf(type);
    const { producer } = CONTRACTS[type];
    if (producer !== 'every-service') expect(example.source).toBe(`/yiyang/${producer}`);
    expect(Buffer.byteLength(JSON.stringify(example))).toBeLessThan(MOST_EVENT_BYTES);
  });

  it.each(types)('%s shows every optional field', (type: EventType) => {
    if (type === EVENT.accessRecordedV1) return; // its second entry shows what may be absent
    const shown = [...Object.keys(exampleOf(type).data), ...(LATER_FIELDS[type] ?? [])];
    expect(shown.sort()).toEqual(Object.keys(CONTRACTS[type].schema.shape).sort());
  });

  it('leaves no event file without an example file beside it', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const files = folders.flatMap(({ name }) =>
      readdirSync(join(__dirname, name)).map((file) => join(__dirname, name, file)),
    );
    const schemas = files.filter((file) => /\.v\d+\.ts$/.test(file));
    expect(schemas).toHaveLength(types.length);
    for (const file of schemas) {
      const example = JSON.parse(readFileSync(file.replace(/\.ts$/, '.example.json'), 'utf8')) as { type: string };
      const [, , fileName = ''] = /(.*)\/([^/]+)\.ts$/.exec(file) ?? [];
      expect(example.type.replace('yiyang.', '').replace(/\.(?!v\d)/g, '-')).toBe(fileName);
    }
  });
});
