import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { newId } from '@yiyang/persistence';
import { rebuild } from './consume/rebuild.js';
import { effectConsumer, Site, until, upTo, type Driver } from './testing/site.js';

const drivers: Driver[] = kafkaBrokers() === undefined ? ['postgres'] : ['postgres', 'kafka'];

describe.each(drivers)('rebuilding a copy over the %s bus', (driver) => {
  let site: Site;
  beforeAll(async () => (site = await Site.open(driver, { testDatabase, kafkaBrokers })));
  afterAll(() => site.close());

  it('ends with the same copy, while the consumer runs and events keep coming', async () => {
    const relay = site.relay();
    const definition = effectConsumer('copy');
    await site.replica(definition);
    const aggregates = upTo(5).map(() => newId());
    const sayAll = () => Promise.all(aggregates.map((aggregate) => site.say(aggregate, site.outbox(relay))));
    for (const _ of upTo(10)) await sayAll();
    await until('the copy is complete', async () => (await site.effects('copy')).length === 50);

    const saying = (async () => {
      for (const _ of upTo(4)) await sayAll();
    })();
    await rebuild(site.consumer.database, definition);
    await saying;
    await until('the copy is complete again', async () => (await site.effects('copy')).length >= 70);
    for (const aggregate of aggregates) expect(await site.sequences('copy', aggregate)).toEqual(upTo(14));

    await site.say(aggregates[0] as string, site.outbox(relay));
    await until('it goes on', async () => (await site.sequences('copy', aggregates[0] as string)).length === 15);
    await relay.stop();
  });

  it('refuses to replay a reaction', async () => {
    const reaction = { ...effectConsumer('letters'), kind: 'reaction' as const, tables: [] };
    await expect(rebuild(site.consumer.database, reaction)).rejects.toThrow('acts once');
  });

  it('gives each consumer its own copy and leaves the others alone', async () => {
    const before = (await site.effects('copy')).length;
    const definition = { ...effectConsumer('second-copy'), tables: ['held_event'] };
    const replica = await site.replica(definition);
    await until('the second copy is complete', async () => (await site.effects('second-copy')).length === before);
    await rebuild(site.consumer.database, definition);
    await until('it was read twice', async () => (await site.effects('second-copy')).length === 2 * before);
    expect((await site.effects('copy')).length).toBe(before);
    await replica.stop();
  });
});
