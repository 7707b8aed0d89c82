import { setTimeout as sleep } from 'node:timers/promises';
import { startKafka, type RunningKafka } from '@yiyang/local-servers';
import { describeWith, kafkaBrokers } from '@yiyang/testing';
import type { Cast } from '../tools/journey/cast.ts';
import type { ApiAnswer } from '../tools/stack/api.ts';
import { CallLog } from './support/call-log.js';
import { gapsOf, whenAllArrived, type Traffic } from './support/events.js';
import { disagreements } from './support/oracle.js';
import { topicsOf } from './support/places.js';
import { SteadyLoad } from './support/steady-load.js';
import { TestStack } from './support/test-stack.js';
import { makeWorld } from './support/world.js';

const PER_SECOND = 20;
const AWAY_SECONDS = 60;
const RESIDENTS = ['resident 1', 'resident 2', 'resident 3', 'resident 4'];

describeWith(
  kafkaBrokers(),
  `a Kafka broker that is away for ${AWAY_SECONDS} s under ${PER_SECOND} writes per second`,
  () => {
    const log = new CallLog();
    let kafka: RunningKafka;
    let platform: TestStack;
    let cast: Cast;
    let answers: ApiAnswer[];
    let unsentAtTheEnd: number;
    let sentWhileAway: number;
    let traffic: Traffic;

    const unsent = async () =>
      (
        await platform.databases.everywhere<{ count: number }>(
          'select count(*)::int as count from outbox where sent_at is null',
        )
      ).reduce((sum, { count }) => sum + count, 0);

    beforeAll(async () => {
      kafka = await startKafka();
      platform = await TestStack.open({ driver: 'kafka', brokers: kafka.brokers });
      cast = await makeWorld({ base: platform.base, residents: RESIDENTS.length, repeat: log.repeat });
      await whenAllArrived(platform.databases);
      const load = new SteadyLoad(cast, RESIDENTS, PER_SECOND);
      try {
        await sleep(3000);
        await kafka.kill();
        const before = load.count;
        await sleep(AWAY_SECONDS * 1000);
        sentWhileAway = load.count - before;
        unsentAtTheEnd = await unsent();
        await kafka.restart();
        await sleep(2000);
      } finally {
        answers = await load.stop();
      }
      traffic = await whenAllArrived(platform.databases, 120);
    }, 360_000);
    afterAll(async () => {
      await platform?.close();
      await kafka?.stop();
      log.close();
    }, 60_000);

    it('does not keep the API from answering every write with success, within 5 s each', () => {
      expect(sentWhileAway).toBeGreaterThan(0.9 * AWAY_SECONDS * PER_SECOND);
      expect(Object.keys(Object.groupBy(answers, ({ status }) => status)).sort()).toEqual(['200', '201']);
      expect(log.attempts().filter(({ outcome }) => outcome === 'unknown')).toEqual([]);
      expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(5000);
    });

    it('leaves the events of that time in the outboxes', () => {
      expect(unsentAtTheEnd).toBeGreaterThanOrEqual(0.9 * AWAY_SECONDS * PER_SECOND);
    });

    it('loses nothing: all events reach their topic, and each consumer once, without a gap', async () => {
      expect(traffic.events.length).toBeGreaterThan(answers.length);
      expect(gapsOf(traffic.events)).toEqual([]);
      const messages = await topicsOf(kafka.brokers, platform.topicPrefix);
      const onTopic = new Map(
        [...messages].map(([topic, text]) => [topic, new Set(text.match(/(?<="id":")[0-9a-f-]{36}(?=")/g))]),
      );
      const lost = traffic.events.filter(
        ({ topic, eventId }) => !onTopic.get(platform.topicPrefix + topic)?.has(eventId),
      );
      expect(lost).toEqual([]);
    });

    it('gives every acknowledged command exactly one effect', async () => {
      expect(await disagreements(log, platform.databases)).toEqual([]);
    });
  },
);
