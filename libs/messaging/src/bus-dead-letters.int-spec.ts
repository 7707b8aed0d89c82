import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { CONTRACTS, EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { newId } from '@yiyang/persistence';
import type { EventBus } from './bus/event-bus.js';
import { HeldEvents } from './consume/held-events.js';
import { effectConsumer, silentLogger, Site, until, type Driver } from './testing/site.js';

const drivers: Driver[] = kafkaBrokers() === undefined ? ['postgres'] : ['postgres', 'kafka'];
const CANARY = '示范姓名甲';

describe.each(drivers)('dead letters over the %s bus', (driver) => {
  let site: Site;
  let bus: EventBus;
  beforeAll(async () => {
    site = await Site.open(driver, { testDatabase, kafkaBrokers });
    bus = site.bus();
  });
  afterAll(() => site.close());

  const message = (aggregateId: string, envelope: object) => ({ aggregateId, text: JSON.stringify(envelope) });
  const heldOf = async (aggregate: string) => (await site.held()).filter((held) => held.aggregateId === aggregate);
  const stateOf = async (aggregate: string) =>
    (await heldOf(aggregate)).map(({ state, reason }) => `${state} ${reason}`);

  it('sets aside what nobody can read, sealed, while others flow', async () => {
    const lines: unknown[] = [];
    const write = (text: string, fields?: object) => void lines.push([text, fields]);
    const logger = { info: write, warn: write, error: write };
    const replica = await site.replica(effectConsumer('unreadable'), { logger });
    const [broken, other] = [newId(), newId()];
    await site.inject(bus, [
      { aggregateId: broken, text: `not json ${CANARY}` },
      message(broken, { ...site.envelope(broken, 1), data: { name: CANARY } }),
      message(other, site.envelope(other, 1)),
    ]);
    await until('the other aggregate flows', async () => (await site.sequences('unreadable', other)).length === 1);
    await until('two dead letters', async () => (await heldOf(broken)).length === 2);
    expect(await stateOf(broken)).toEqual(['DEAD UNREADABLE', 'DEAD UNREADABLE']);
    const rows = await site.consumer.asSuperuser<{ row: string }>(
      `select held_event::text || encode(sealed, 'escape') as row from held_event`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const { row } of rows) expect(Buffer.from(row).toString()).not.toContain(CANARY);
    expect(JSON.stringify(lines)).not.toContain(CANARY);
    expect(JSON.stringify(lines)).toContain('an event became a dead letter');
    await replica.stop();
  });

  it('sets aside what a rule refuses, lets that aggregate wait, and applies both after one redrive', async () => {
    let refuses = true;
    const [refused, other] = [newId(), newId()];
    const strict = effectConsumer('refusing', (_, { envelope }) => {
      if (envelope.subject === refused && refuses) throw refusal('NOT_ALLOWED_HERE');
    });
    const replica = await site.replica(strict);
    await site.inject(bus, [
      message(refused, site.envelope(refused, 1)),
      message(other, site.envelope(other, 1)),
      message(refused, site.envelope(refused, 2)),
      message(other, site.envelope(other, 2)),
    ]);
    await until('the other aggregate flows', async () => (await site.sequences('refusing', other)).length === 2);
    await until('two events are held', async () => (await heldOf(refused)).length === 2);
    expect(await stateOf(refused)).toEqual(['DEAD NOT_ALLOWED_HERE', 'QUEUED BEHIND_HELD_EVENT']);

    refuses = false;
    const [dead] = await heldOf(refused);
    const held = new HeldEvents({ database: site.consumer.database, sealer: site.protection, logger: silentLogger });
    const redrive = () =>
      site.consumer.database.transaction(async (tx) => {
        held.redrive(tx, dead?.id ?? '');
      });
    await redrive();
    await expect(redrive()).rejects.toMatchObject({ code: 'NOT_A_DEAD_LETTER' });
    await until('both took effect', async () => (await site.sequences('refusing', refused)).length >= 2);
    expect(await site.sequences('refusing', refused)).toEqual([1, 2]);
    expect(await heldOf(refused)).toEqual([]);
    await expect(redrive()).rejects.toMatchObject({ code: 'NOT_A_DEAD_LETTER' });
    await replica.stop();
  });

  it('reads after a redrive what an older build could not, and goes on with what waited', async () => {
    const dispatched = CONTRACTS[EVENT.referralDispatchedV1];
    const olderRegistry = { ...CONTRACTS, [dispatched.type]: { ...dispatched, aggregate: 'elderId' } };
    const old = await site.replica(effectConsumer('repaired'), { registry: olderRegistry });
    const referralId = newId();
    const data = { referralId, elderId: newId(), departedAt: '2026-03-02T01:30:00.000Z' };
    const understood = { data: { ...data, elderId: referralId } };
    await site.inject(bus, [
      message(referralId, site.envelope(referralId, 1, { data })),
      message(referralId, site.envelope(referralId, 2, understood)),
    ]);
    await until('both are held', async () => (await heldOf(referralId)).length === 2);
    expect(await stateOf(referralId)).toEqual(['DEAD UNREADABLE', 'PARKED SEQUENCE_GAP']);
    await old.stop();

    const current = await site.replica(effectConsumer('repaired'));
    const held = new HeldEvents({ database: site.consumer.database, sealer: site.protection, logger: silentLogger });
    const [dead] = await heldOf(referralId);
    await site.consumer.database.transaction(async (tx) => held.redrive(tx, dead?.id ?? ''));
    await until('both took effect', async () => (await site.sequences('repaired', referralId)).length >= 2);
    expect(await site.sequences('repaired', referralId)).toEqual([1, 2]);
    await until('nothing is held', async () => (await heldOf(referralId)).length === 0);
    await current.stop();
  });

  it('gives an unexpected failure 5 tries before it is a dead letter', async () => {
    const referralId = newId();
    const faulty = effectConsumer('faulty', (_, { envelope }) => {
      if (envelope.subject === referralId) throw new TypeError(CANARY);
    });
    const replica = await site.replica(faulty);
    await site.inject(bus, [message(referralId, site.envelope(referralId, 1))]);
    await until('it is dead', async () => (await heldOf(referralId))[0]?.state === 'DEAD');
    expect(await heldOf(referralId)).toMatchObject([{ state: 'DEAD', reason: 'FAILED TypeError', attempts: 5 }]);
    expect(await site.sequences('faulty', referralId)).toEqual([]);
    await replica.stop();
  });
});
