import { TOPIC } from '@yiyang/contracts';
import { describeWith, kafkaBrokers } from '@yiyang/testing';
import { playJourney } from '../tools/journey/play.ts';
import type { Cast } from '../tools/journey/cast.ts';
import { gapsOf, whenAllArrived, type Traffic } from './support/events.js';
import { sendForeignMessage } from './support/foreign-message.js';
import { tablesOf, topicsOf, whereIs, type Places } from './support/places.js';
import { TestStack, type Driver } from './support/test-stack.js';
import { tellStory } from './support/tell-story.js';
import { until } from './support/until.js';

const DIAGNOSES = {
  'a diagnosis': '社区获得性肺炎',
  'another diagnosis': '肺炎（恢复期）',
  'the course': '抗感染治疗后好转',
  'a treatment': '继续康复护理',
  'a laboratory result': '血常规正常',
  'an order': '按时服药',
};

const DRIVERS: readonly { driver: Driver; server: string | undefined }[] = [
  { driver: 'postgres', server: 'embedded' },
  { driver: 'kafka', server: kafkaBrokers() },
];

for (const { driver, server } of DRIVERS)
  describeWith(server, `the journey of one elder over ${driver}`, () => {
    const { story, answers, text } = tellStory();
    let platform: TestStack;
    let cast: Cast;
    let traffic: Traffic;

    beforeAll(async () => {
      platform = await TestStack.open({ driver });
      // Every answer, state and amount of the story is asserted by the story itself: it throws at the first wrong one.
      cast = await playJourney({ base: platform.base, story, idNumber: '421202194910012467' });
      traffic = await whenAllArrived(platform.databases);
    }, 180_000);
    afterAll(() => platform?.close(), 60_000);

    it('pays 11,375.00 and 4,845.00 from the pool, and 4,675.00 without the link', () => {
      const money = text.filter((line) => line.includes('pool'));
      expect(money).toHaveLength(2);
      expect(money[0]).toMatch(/20,000\.00: pool 11,375\.00/);
      expect(money[1]).toMatch(/6,000\.00: pool 4,845\.00, deductible 0\.00; without the link it would be 4,675\.00/);
    });

    it('delivers every event exactly once to every consumer of its topic, numbered without a gap', () => {
      expect(traffic.events.length).toBeGreaterThan(100);
      expect(gapsOf(traffic.events)).toEqual([]);
      expect(traffic.byType['yiyang.claim.adjudicated.v1']).toBe(3);
      expect(traffic.byType['yiyang.care-state.changed.v1']).toBeGreaterThanOrEqual(2);
    });

    it('has an audit trail that verifies, in every service and the gateway', async () => {
      const { status, body } = await cast.health.get<{ ok: boolean; services: { service: string; entries: number }[] }>(
        '/v1/audit/verify',
      );
      expect([status, body.ok, body.services.length]).toEqual([200, true, 6]);
    });

    it('calls no operator', () => {
      expect(platform.errorLines()).toEqual([]);
    });

    describe('keeps numbers, names, telephones, addresses and diagnoses out of', () => {
      const planted = () => ({
        'her number': cast.person.idNumber,
        'the other number': cast.otherPerson.idNumber,
        'her name': cast.person.name,
        'her telephone': cast.person.phone,
        'her address': cast.person.address,
        ...DIAGNOSES,
      });
      const found = (places: Places) => whereIs(planted(), places);

      it('every table of every database, outbox, bus, held events, audit and stored answers included', async () => {
        const tables = await tablesOf(platform.databases);
        expect(found(tables)).toEqual([]);
        // The same search finds what may be there, so it would find what may not.
        const home = whereIs({ 'the home': '示范颐和养老院' }, tables);
        expect(home).toContain('yiyang_institution_registry public.institution: the home');
        for (const place of ['yiyang_health_records public.elder', 'yiyang_health_records public.outbox'])
          expect(tables.get(place)).toMatch(/./);
      });

      it('the logs of every process', () => {
        const logs = platform.logs();
        expect(logs.size).toBe(7);
        expect([...logs.values()].every((text) => text.length > 0)).toBe(true);
        expect(found(logs)).toEqual([]);
      });

      it('the metrics', async () => {
        const metrics = await platform.metrics();
        for (const text of metrics.values()) expect(text).toMatch(/^outbox_depth\{.*\} 0$/m);
        expect(metrics.size).toBe(6);
        expect(found(metrics)).toEqual([]);
      });

      it('every answer that refused', () => {
        const refused = answers.filter(({ answer }) => answer.status >= 400);
        expect(refused.length).toBeGreaterThanOrEqual(15);
        expect(found(new Map(refused.map(({ path, answer }) => [path, answer.text])))).toEqual([]);
      });

      it('every URL that was called', () => {
        expect(found(new Map(answers.map(({ path }) => [path, path])))).toEqual([]);
      });

      it('the outward events of every department', async () => {
        for (const reader of [cast.health, cast.civilAffairs, cast.insurance, cast.integrator]) {
          const { status, text: page, body } = await reader.get<{ items: unknown[] }>('/v1/events?limit=500');
          expect([status, body.items.length > 10]).toEqual([200, true]);
          expect(found(new Map([[reader.name, page]]))).toEqual([]);
        }
      });

      if (driver === 'kafka')
        it('every message of every topic', async () => {
          const topics = await topicsOf(server as string, platform.topicPrefix);
          const messages = [...topics.values()].join('').split('\n').length - 1;
          expect(messages).toBeGreaterThanOrEqual(traffic.events.length);
          expect(found(topics)).toEqual([]);
        });

      it('dead letters: bytes that are no event of ours are kept sealed, once per consumer of the topic', async () => {
        const readers = await platform.databases.everywhere<{ consumer: string }>(
          `select consumer from consumer_offset where topic = '${TOPIC.referral}'`,
        );
        await sendForeignMessage(platform, TOPIC.referral, JSON.stringify(planted()));
        const letters = await until('the dead letters', async () => {
          const answer = await cast.health.get<{ items: { reason: string }[] }>('/v1/dead-letters?limit=200');
          expect(answer.status).toBe(200);
          return answer.body.items.length >= readers.length && answer;
        });
        expect(readers.length).toBeGreaterThanOrEqual(5);
        expect(letters.body.items).toHaveLength(readers.length);
        const tables = [...(await tablesOf(platform.databases))].filter(([place]) => !place.startsWith('yiyang_bus'));
        const held = tables.filter(([place, rows]) => place.endsWith('.held_event') && rows.length > 0);
        expect(held.length).toBeGreaterThanOrEqual(4);
        const places = [...tables, ...platform.logs(), ...(await platform.metrics())];
        expect(found(new Map([...places, ['the list', letters.text]]))).toEqual([]);
      });
    });
  });

it('the search finds a planted text in each of its forms', () => {
  const name = '桂兰芳示范';
  const forms = [name, JSON.stringify({ name }), '\\u6842\\u5170\\u82b3\\u793a\\u8303', encodeURIComponent(name)];
  const places = new Map([...forms, `\\x00${Buffer.from(name).toString('hex')}ff`].map((text, i) => [`${i}`, text]));
  expect(whereIs({ name }, places)).toHaveLength(5);
  expect(whereIs({ name: '桂兰芳' }, new Map([['other', '桂兰示范']]))).toEqual([]);
});
