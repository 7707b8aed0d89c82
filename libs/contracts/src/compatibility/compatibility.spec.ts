import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contractsOf } from '../contract.js';
import { fact, health, id } from '../field.js';
import { TOPIC } from '../topic.js';
import { incompatibilities, type SchemaSnapshot } from './compare-schemas.js';
import { schemaSnapshot } from './schema-snapshot.js';

const committed = JSON.parse(readFileSync(join(__dirname, 'schemas.json'), 'utf8')) as SchemaSnapshot;
const UPDATE = 'npx tsc -b libs/contracts && npx node libs/contracts/tools/update-schema-snapshot.mjs';

describe('the published contracts', () => {
  it('have not changed in a way that a consumer of the same version would not survive', () => {
    expect(incompatibilities(committed, schemaSnapshot())).toEqual([]);
  });

  it(`are all in the snapshot; if not: ${UPDATE}`, () => {
    expect(committed).toEqual(schemaSnapshot());
  });
});

const TYPE = 'yiyang.visit.paid.v1';
const visitId = id('Visit', '探访标识');
const kind = fact('Kind', '类型', z.enum(['HOME', 'HOSPITAL']));
const stops = z.array(z.object({ placeId: id('Place', '地点标识'), minutes: fact('Minutes', '分钟', z.int()) }));
const published = { visitId, kind, guests: fact('Guests', '人数', z.int()).optional(), stops };

const snapshotOf = (shape: z.ZodRawShape, example: unknown = {}) =>
  schemaSnapshot(
    contractsOf({ producer: 'referral', topic: TOPIC.referral, aggregate: 'visitId' }, { [TYPE]: z.object(shape) }),
    { [TYPE]: example },
  );
const changesTo = (shape: z.ZodRawShape) => incompatibilities(snapshotOf(published), snapshotOf(shape));

describe('a change of a published contract', () => {
  it.each([
    ['a new optional field', { ...published, note: fact('Note code', '备注代码', z.string()).optional() }],
    [
      'a new optional field inside a list',
      { ...published, stops: z.array(stops.element.extend({ floor: fact('Floor', '楼层', z.int()).optional() })) },
    ],
    ['a better text', { ...published, kind: fact('Kind of visit', '探访类型', z.enum(['HOME', 'HOSPITAL'])) }],
  ])('passes: %s', (_, shape) => {
    expect(changesTo(shape)).toEqual([]);
  });

  it.each([
    ['removing a field', { visitId, kind, stops }, 'field guests was removed'],
    ['renaming a field', { visitId, type: kind, guests: published.guests, stops }, 'field kind was removed'],
    [
      'making an optional field required',
      { ...published, guests: published.guests.unwrap() },
      'field guests became required',
    ],
    ['making a required field optional', { ...published, kind: kind.optional() }, 'field kind became optional'],
    ['a new required field', { ...published, floor: fact('Floor', '楼层', z.int()) }, 'new field floor is required'],
    ['narrowing an enum', { ...published, kind: fact('Kind', '类型', z.enum(['HOME'])) }, 'enum of kind changed'],
    [
      'widening an enum',
      { ...published, kind: fact('Kind', '类型', z.enum(['HOME', 'HOSPITAL', 'STREET'])) },
      'enum of kind changed',
    ],
    ['another type', { ...published, kind: fact('Kind', '类型', z.int()) }, 'type of kind changed'],
    ['allowing null', { ...published, kind: kind.nullable() }, 'anyOf of kind changed'],
    [
      'another class',
      { ...published, kind: health('Kind', '类型', z.enum(['HOME', 'HOSPITAL'])) },
      'fieldClass of kind changed',
    ],
    [
      'a tighter limit',
      { ...published, guests: fact('Guests', '人数', z.int().max(3)).optional() },
      'maximum of guests changed',
    ],
    [
      'removing a field inside a list',
      { ...published, stops: z.array(stops.element.omit({ minutes: true })) },
      'field stops[].minutes was removed',
    ],
    ['a shorter list', { ...published, stops: stops.max(3) }, 'maxItems of stops changed'],
    ['a list that is none any more', { ...published, stops: stops.element }, 'type of stops changed'],
  ])('fails: %s', (_, shape, sentence) => {
    const changes = changesTo(shape);
    expect(changes.join('\n')).toContain(`${TYPE}: ${sentence}`);
    expect(changes.every((change) => change.includes('add a file of the next version'))).toBe(true);
  });

  it('fails when an event is gone, and passes when one is new', () => {
    expect(incompatibilities(snapshotOf(published), {})).toEqual([expect.stringContaining(`${TYPE} is gone`)]);
    expect(incompatibilities({}, snapshotOf(published))).toEqual([]);
  });

  it('fails when a frozen example was edited', () => {
    const changes = incompatibilities(snapshotOf(published, { a: 1 }), snapshotOf(published, { a: 2 }));
    expect(changes).toEqual([`${TYPE}: its example was edited; examples are frozen`]);
  });
});
