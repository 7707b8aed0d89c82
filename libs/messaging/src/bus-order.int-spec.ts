import { setTimeout as sleep } from 'node:timers/promises';
import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { newId } from '@yiyang/persistence';
import type { Outbox } from './outbox/outbox.js';
import { effectConsumer, Site, until, upTo, type Driver } from './testing/site.js';

const drivers: Driver[] = kafkaBrokers() === undefined ? ['postgres'] : ['postgres', 'kafka'];
const WRITERS = 20;
const EVENTS_EACH = 15;

/**
 * Seen to fail when the mechanism is broken: a relay that reads `position > cursor` instead of unsent rows (events missing,
 * both tests), relays without the lock (events sent twice), and two relays that share the rows by SKIP LOCKED (2, 3, 4
 * before 1 on the wire).
 */
describe.each(drivers)('order over the %s bus', (driver) => {
  let site: Site;
  beforeAll(async () => (site = await Site.open(driver, { testDatabase, kafkaBrokers })));
  afterAll(() => site.close());

  /** Every writer writes to all aggregates, so each aggregate has many writers at once; some take their time. */
  async function write(outbox: Outbox, aggregates: readonly string[]): Promise<void> {
    const writer = async (number: number) => {
      for (const turn of upTo(EVENTS_EACH)) {
        const aggregate = aggregates[(number + turn) % aggregates.length] as string;
        await site.say(aggregate, outbox, async (tx) => {
          if (turn % 5 !== 0) return;
          await tx.flush();
          await sleep(10);
        });
      }
    };
    await Promise.all(upTo(WRITERS).map(writer));
  }

  it('keeps the order of each aggregate with 20 writers while consumers join and leave', async () => {
    const relay = site.relay();
    const wire = await site.wire();
    const aggregates = upTo(6).map(() => newId());
    const first = await site.replica(effectConsumer('copy'));
    const writing = write(site.outbox(relay), aggregates);
    await until('something is consumed', async () => (await site.effects('copy')).length > 20);
    const second = await site.replica(effectConsumer('copy'));
    await sleep(500);
    await first.stop();
    await writing;

    const all = WRITERS * EVENTS_EACH;
    await until('everything is consumed', async () => (await site.effects('copy')).length >= all);
    await until('everything was on the wire', async () => wire.read.length >= all);
    const written = await site.producer.asSuperuser<{ aggregate_id: string; n: number }>(
      'select aggregate_id, count(*)::int as n from outbox group by 1',
    );
    for (const { aggregate_id: aggregate, n } of written) {
      expect(await site.sequences('copy', aggregate)).toEqual(upTo(n));
      const onTheWire = wire.read.filter((event) => event.subject === aggregate).map((event) => event.sequence);
      expect(onTheWire).toEqual(upTo(n));
    }
    await second.stop();
  });

  it('sends everything once and in order when two replicas have a relay', async () => {
    const relays = [site.relay(), site.relay()];
    const wire = await site.wire();
    const before = (await site.producer.asSuperuser('select from outbox')).length;
    const aggregates = [newId(), newId()];
    await write(site.outbox(relays[0]), aggregates);
    await until('everything was on the wire', async () => wire.read.length >= before + WRITERS * EVENTS_EACH);
    await sleep(300);
    for (const aggregate of aggregates) {
      const onTheWire = wire.read.filter((event) => event.subject === aggregate).map((event) => event.sequence);
      expect(onTheWire).toEqual(upTo((WRITERS * EVENTS_EACH) / 2));
    }
    expect(relays.filter((relay) => relay.isActive).length).toBeLessThanOrEqual(1);
  });
});
