import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { newId } from '@yiyang/persistence';
import { effectConsumer, Site, until, upTo, type Driver } from './testing/site.js';

const drivers: Driver[] = kafkaBrokers() === undefined ? ['postgres'] : ['postgres', 'kafka'];

describe.each(drivers)('order over the %s bus', (driver) => {
  let site: Site;
  beforeAll(async () => (site = await Site.open(driver, { testDatabase, kafkaBrokers })));
  afterAll(() => site.close());

  it('delivers what one transaction committed, once', async () => {
    const relay = site.relay();
    await site.replica(effectConsumer('first'));
    const referralId = newId();
    for (const _ of upTo(3)) await site.say(referralId, site.outbox(relay));
    await until('three effects', async () => (await site.effects('first')).length >= 3);
    expect(await site.sequences('first', referralId)).toEqual([1, 2, 3]);
  });
});
