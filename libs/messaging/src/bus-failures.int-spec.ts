import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { CONTRACTS, EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { newId } from '@yiyang/persistence';
import type { EventBus } from './bus/event-bus.js';
import { HeldEvents } from './consume/held-events.js';
import { effectConsumer, silentLogger, Site, until, type Driver } from './testing/site.js';

const drivers: Driver[] = kafkaBrokers() === undefined ? ['postgres'] : ['postgres', 'kafka'];

describe.each(drivers)('what cannot be applied now, over the %s bus', (driver) => {
  let site: Site;
  let bus: EventBus;
  beforeAll(async () => {
    site = await Site.open(driver, { testDatabase, kafkaBrokers });
    bus = site.bus();
  });
  afterAll(() => site.close());

  const message = (aggregateId: string, envelope: object) => ({ aggregateId, text: JSON.stringify(envelope) });
  const stateOf = async (aggregate: string) =>
    (await site.held())
      .filter((held) => held.aggregateId === aggregate)
      .map(({ state, reason }) => `${state} ${reason}`);

  it('parks a type that this build does not know, and what follows it, until a newer build runs', async () => {
    const { [EVENT.referralReceivedV1]: _unknown, ...olderRegistry } = CONTRACTS;
    const old = await site.replica(effectConsumer('rolling'), { registry: olderRegistry });
    const [upgraded, other] = [newId(), newId()];
    const received = {
      type: EVENT.referralReceivedV1,
      data: { referralId: upgraded, elderId: newId(), institutionId: newId(), arrivedAt: '2026-03-02T01:30:00.000Z' },
    };
    await site.inject(bus, [
      message(upgraded, site.envelope(upgraded, 1)),
      message(upgraded, site.envelope(upgraded, 2, received)),
      message(upgraded, site.envelope(upgraded, 3)),
      message(other, site.envelope(other, 1)),
    ]);
    await until('the other aggregate flows', async () => (await site.sequences('rolling', other)).length === 1);
    await until('two events are held', async () => (await stateOf(upgraded)).length === 2);
    expect(await stateOf(upgraded)).toEqual(['PARKED UNKNOWN_TYPE', 'QUEUED BEHIND_HELD_EVENT']);
    expect(await site.sequences('rolling', upgraded)).toEqual([1]);

    await old.stop();
    const current = await site.replica(effectConsumer('rolling'));
    await until('it healed', async () => (await site.sequences('rolling', upgraded)).length >= 3);
    expect(await site.sequences('rolling', upgraded)).toEqual([1, 2, 3]);
    expect(await stateOf(upgraded)).toEqual([]);
    await current.stop();
  });

  it('parks a version newer than this build', async () => {
    const replica = await site.replica(effectConsumer('versions'));
    const referralId = newId();
    const newer = { type: EVENT.referralDispatchedV1.replace('.v1', '.v2') };
    await site.inject(bus, [message(referralId, site.envelope(referralId, 1, newer))]);
    await until('it is held', async () => (await stateOf(referralId)).length === 1);
    expect(await stateOf(referralId)).toEqual(['PARKED NEWER_VERSION']);
    await replica.stop();
  });

  it('parks an event with an id that is not known yet and applies it by itself once it is', async () => {
    let known = false;
    const referralId = newId();
    const knowing = effectConsumer('references', (_, { envelope }) => {
      if (envelope.subject === referralId && !known) throw refusal('UNKNOWN_REFERENCE');
    });
    const replica = await site.replica(knowing);
    await site.inject(
      bus,
      [1, 2].map((sequence) => message(referralId, site.envelope(referralId, sequence))),
    );
    await until('both are held', async () => (await stateOf(referralId)).length === 2);
    expect(await stateOf(referralId)).toEqual(['PARKED UNKNOWN_REFERENCE', 'QUEUED BEHIND_HELD_EVENT']);
    known = true;
    await until('both took effect', async () => (await site.sequences('references', referralId)).length >= 2);
    expect(await site.sequences('references', referralId)).toEqual([1, 2]);
    await replica.stop();
  });

  it('forgets no event that queued behind a gap and a dead letter when what was missing comes at last', async () => {
    let refuses = true;
    const referralId = newId();
    const strict = effectConsumer('both', (_, { envelope }) => {
      if (envelope.subject === referralId && envelope.sequence === 2 && refuses) throw refusal('NOT_ALLOWED_HERE');
    });
    const first = await site.replica(strict);
    const say = (sequence: number) => message(referralId, site.envelope(referralId, sequence));
    await site.inject(bus, [say(1), say(5)]);
    await until('the gap is held', async () => (await stateOf(referralId)).length === 1);
    await site.inject(bus, [say(2)]);
    const queued = ['QUEUED BEHIND_HELD_EVENT', 'DEAD NOT_ALLOWED_HERE'];
    await until('the later one queues', async () => (await stateOf(referralId)).join() === queued.join());
    refuses = false;
    const { database } = site.consumer;
    const held = new HeldEvents({ database, sealer: site.protection, logger: silentLogger });
    const dead = (await site.held()).find(({ aggregateId, state }) => aggregateId === referralId && state === 'DEAD');
    await database.transaction(async (tx) => held.redrive(tx, dead?.id ?? ''));
    await until('2 took effect', async () => (await site.sequences('both', referralId)).length === 2);
    await site.inject(bus, [say(3), say(4)]);
    await until('4 took effect', async () => (await site.sequences('both', referralId)).length === 4);
    // The worker looks after forgotten queues once a minute and when it starts.
    await first.stop();
    const second = await site.replica(strict);
    await until('5 took effect', async () => (await site.sequences('both', referralId)).length >= 5);
    expect(await site.sequences('both', referralId)).toEqual([1, 2, 3, 4, 5]);
    await second.stop();
  });

  it('waits for the missing event of a gap', async () => {
    const replica = await site.replica(effectConsumer('gaps'));
    const referralId = newId();
    const say = (sequence: number) => message(referralId, site.envelope(referralId, sequence));
    await site.inject(bus, [say(1), say(4), say(3)]);
    await until('two events are held', async () => (await stateOf(referralId)).length === 2);
    expect(await stateOf(referralId)).toEqual(['PARKED SEQUENCE_GAP', 'PARKED SEQUENCE_GAP']);
    await site.inject(bus, [say(2)]);
    await until('it healed', async () => (await site.sequences('gaps', referralId)).length >= 4);
    expect(await site.sequences('gaps', referralId)).toEqual([1, 2, 3, 4]);
    await replica.stop();
  });
});
