import { setTimeout as sleep } from 'node:timers/promises';
import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { newId } from '@yiyang/persistence';
import type { EventBus } from './bus/event-bus.js';
import { effectConsumer, Site, until, upTo, type Driver } from './testing/site.js';

const drivers: Driver[] = kafkaBrokers() === undefined ? ['postgres'] : ['postgres', 'kafka'];

/**
 * Seen to fail when the mechanism is broken: a relay that reads `position > cursor` (the slow transaction's event never
 * comes, nor does what was sent before the mark), a position committed before the effect (the restarted consumer misses
 * 3 to 5, on both drivers), consumption without the inbox or without the sequences (second effects).
 */
describe.each(drivers)('nothing is lost over the %s bus', (driver) => {
  let site: Site;
  beforeAll(async () => (site = await Site.open(driver, { testDatabase, kafkaBrokers })));
  afterAll(() => site.close());

  it('delivers an event whose transaction commits after a later one was sent', async () => {
    const relay = site.relay();
    await site.replica(effectConsumer('slow'));
    const [slow, fast] = [newId(), newId()];
    const slowTransaction = site.say(slow, site.outbox(relay), async (tx) => {
      await tx.flush();
      await until('the later event took effect', async () => (await site.sequences('slow', fast)).length === 1);
    });
    await sleep(50);
    await site.say(fast, site.outbox(relay));
    await slowTransaction;
    await until('the slow one took effect too', async () => (await site.sequences('slow', slow)).length === 1);
    await relay.stop();
  });

  it('sends again what a relay sent and could not mark, with one effect', async () => {
    const [referralId, other] = [newId(), newId()];
    const dying = site.bus();
    let sent = 0;
    const relay = site.relay(dyingAfterSend(dying, () => (sent += 1)));
    await site.say(referralId, site.outbox(relay));
    await until('it was sent', async () => sent > 0);
    await relay.stop();
    const [row] = await site.producer.asSuperuser<{ sent_at: Date | null }>(
      'select sent_at from outbox where aggregate_id = $1',
      [referralId],
    );
    expect(row?.sent_at).toBeNull();

    const successor = site.relay();
    await site.say(referralId, site.outbox(successor));
    await site.say(other, site.outbox(successor));
    await site.replica(effectConsumer('after-kill'));
    await until('all took effect', async () => (await site.sequences('after-kill', other)).length === 1);
    await until('both took effect', async () => (await site.sequences('after-kill', referralId)).length >= 2);
    expect(await site.sequences('after-kill', referralId)).toEqual([1, 2]);
    await successor.stop();
  });

  it('gives a repeated event no second effect, whether it comes at once, later or with another id', async () => {
    const bus = site.bus();
    const referralId = newId();
    await site.replica(effectConsumer('repeats'));
    const [one, two] = [site.envelope(referralId, 1), site.envelope(referralId, 2)];
    const otherId = site.envelope(referralId, 1);
    const message = (envelope: object) => ({ aggregateId: referralId, text: JSON.stringify(envelope) });
    await site.inject(bus, [message(one), message(one), message(two)]);
    await until('two effects', async () => (await site.sequences('repeats', referralId)).length === 2);
    await site.inject(bus, [message(two), message(one), message(otherId), message(site.envelope(referralId, 3))]);
    await until('the third took effect', async () => (await site.sequences('repeats', referralId)).includes(3));
    expect(await site.sequences('repeats', referralId)).toEqual([1, 2, 3]);
  });

  it('numbers each producing service by itself, as several write the access topic', async () => {
    const bus = site.bus();
    const elderId = newId();
    await site.replica(effectConsumer('producers'));
    const sources = ['/yiyang/referral', '/yiyang/settlement'];
    const envelopes = [1, 2].flatMap((sequence) =>
      sources.map((source) => site.envelope(elderId, sequence, { source })),
    );
    await site.inject(
      bus,
      envelopes.map((envelope) => ({ aggregateId: elderId, text: JSON.stringify(envelope) })),
    );
    await until('all took effect', async () => (await site.sequences('producers', elderId)).length >= 4);
    expect(await site.sequences('producers', elderId)).toEqual([1, 1, 2, 2]);
  });

  it('continues where a consumer committed when it is stopped in the middle', async () => {
    const relay = site.relay();
    const referralId = newId();
    let failed = 0;
    const failing = effectConsumer('restarted', (_, { envelope }) => {
      if (envelope.subject !== referralId || envelope.sequence < 3) return;
      failed += 1;
      throw Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' });
    });
    const first = await site.replica(failing);
    for (const _ of upTo(5)) await site.say(referralId, site.outbox(relay));
    await until('the third event failed', async () => failed > 0);
    await first.stop();
    await site.replica(effectConsumer('restarted'));
    await until('all took effect', async () => (await site.sequences('restarted', referralId)).length >= 5);
    expect(await site.sequences('restarted', referralId)).toEqual(upTo(5));
    await relay.stop();
  });
});

/** Delivers, then fails as if the process had died before the mark. */
function dyingAfterSend(bus: EventBus, sent: () => void): EventBus {
  return {
    driver: bus.driver,
    start: () => bus.start(),
    stop: () => bus.stop(),
    subscribe: (subscription) => bus.subscribe(subscription),
    publishBatch: async (records) => {
      await bus.publishBatch(records);
      sent();
      throw new Error('killed between send and mark');
    },
  };
}
