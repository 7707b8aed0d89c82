import { setTimeout as sleep } from 'node:timers/promises';
import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { startKafka, type RunningKafka } from '@yiyang/local-servers';
import { databaseName, newId } from '@yiyang/persistence';
import { effectConsumer, Site, until, upTo, type Driver } from './testing/site.js';

const drivers: Driver[] = kafkaBrokers() === undefined ? ['postgres'] : ['postgres', 'kafka'];
const OUTAGE_MS = 8000;

/** Takes the bus away as rudely as the driver allows and brings it back. */
interface Breaker {
  takeAway(): Promise<void>;
  bringBack(): Promise<void>;
}

describe.each(drivers)('a broken %s bus', (driver) => {
  let site: Site;
  let kafka: RunningKafka | undefined;
  let breaker: Breaker;

  beforeAll(async () => {
    if (driver === 'kafka') kafka = await startKafka();
    site = await Site.open(driver, { testDatabase, kafkaBrokers: () => kafka?.brokers });
    breaker = kafka ? breakKafka(kafka) : breakDatabase(site);
  }, 120_000);
  afterAll(async () => {
    await site.close();
    await kafka?.stop();
  });

  it('lets writes go on and loses, repeats and reorders nothing', async () => {
    const relay = site.relay();
    const subscription = await site.replica(effectConsumer('survivor'));
    const aggregates = upTo(4).map(() => newId());
    const [away, writes] = [{ is: false }, { before: 0, during: 0, slowest: 0 }];
    let writing = true;
    const writer = async (aggregate: string) => {
      while (writing) {
        const begun = performance.now();
        await site.say(aggregate, site.outbox(relay));
        writes.slowest = Math.max(writes.slowest, performance.now() - begun);
        writes[away.is ? 'during' : 'before'] += 1;
        await sleep(20);
      }
    };
    const writers = aggregates.map(writer);
    await until('something was consumed', async () => (await site.effects('survivor')).length > 20);

    await breaker.takeAway();
    away.is = true;
    await sleep(OUTAGE_MS);
    const consumedWhileAway = (await site.effects('survivor')).length;
    expect(writes.during).toBeGreaterThan(100);
    expect(consumedWhileAway).toBeLessThan(writes.before + writes.during);
    expect(writes.slowest).toBeLessThan(2000);
    await breaker.bringBack();
    away.is = false;
    writing = false;
    await Promise.all(writers);

    const written = writes.before + writes.during;
    await until('everything arrived', async () => (await site.effects('survivor')).length >= written, 60_000);
    for (const aggregate of aggregates) {
      const sequences = await site.sequences('survivor', aggregate);
      expect(sequences).toEqual(upTo(sequences.length));
    }
    expect((await site.effects('survivor')).length).toBe(written);
    await until('the lag is 0 again', async () => (await subscription.progress()).every(({ lag }) => lag === 0n));
  }, 150_000);
});

const breakKafka = (kafka: RunningKafka): Breaker => ({
  takeAway: () => kafka.kill(),
  bringBack: () => kafka.restart(),
});

/** Refuses new connections to the bus database and ends the present ones; the services' own databases stay. */
function breakDatabase(site: Site): Breaker {
  const name = databaseName(site.busDatabase.service);
  return {
    takeAway: async () => {
      await site.consumer.asSuperuser(`alter database ${name} with allow_connections false`);
      await site.consumer.asSuperuser('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        name,
      ]);
    },
    bringBack: async () => {
      await site.consumer.asSuperuser(`alter database ${name} with allow_connections true`);
    },
  };
}
