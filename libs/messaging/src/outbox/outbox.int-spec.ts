import { statementsOf, testDatabase, type TestDatabase } from '@yiyang/testing';
import { EVENT, parseEnvelope } from '@yiyang/contracts';
import { withContext } from '@yiyang/observability';
import { Clock, newId } from '@yiyang/persistence';
import { messagingMigrations } from '../migrations/index.js';
import { Outbox } from './outbox.js';

describe('the outbox', () => {
  let site: TestDatabase;
  let woken = 0;
  const outbox = new Outbox('referral', new Clock(), () => (woken += 1));
  beforeAll(async () => (site = await testDatabase('referral', messagingMigrations)));
  afterAll(() => site.drop());

  const dispatched = (referralId: string) => ({
    referralId,
    elderId: newId(),
    departedAt: '2026-03-02T01:30:00.000Z',
  });
  const rows = (aggregateId: string) =>
    site.asSuperuser<{ sequence: string; envelope: string }>(
      'select sequence, envelope from outbox where aggregate_id = $1 order by sequence',
      [aggregateId],
    );
  const say = (referralId: string, fail = false) =>
    site.database.transaction(async (tx) => {
      const data = dispatched(referralId);
      outbox.publish(tx, EVENT.referralDispatchedV1, referralId, data, { regioncode: '421202' });
      if (fail) throw new Error('no');
    });

  it('stores an envelope that the contract reads, with the context of the work and the number of the aggregate', async () => {
    const referralId = newId();
    const context = { requestId: 'r', correlationId: 'c-1', causationId: 'e-1' };
    await withContext(context, () => say(referralId));
    const [row] = await rows(referralId);
    expect(parseEnvelope(row?.envelope)).toMatchObject({
      kind: 'event',
      envelope: {
        source: '/yiyang/referral',
        type: EVENT.referralDispatchedV1,
        subject: referralId,
        sequence: 1,
        regioncode: '421202',
        correlationid: 'c-1',
        causationid: 'e-1',
      },
    });
  });

  it('gives gapless numbers to concurrent writers, and none to a transaction that rolls back', async () => {
    const referralId = newId();
    const outcomes = Array.from({ length: 30 }, (_, i) => say(referralId, i % 3 === 0).catch(() => 'rolled back'));
    await Promise.all(outcomes);
    const numbers = (await rows(referralId)).map(({ sequence }) => Number(sequence));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('numbers several events that one transaction says of one aggregate, in the order in which it says them', async () => {
    const referralId = newId();
    const said = [dispatched(referralId), dispatched(referralId), dispatched(referralId)];
    await site.database.transaction(async (tx) => {
      for (const data of said)
        outbox.publish(tx, EVENT.referralDispatchedV1, referralId, data, { regioncode: '421202' });
    });
    const stored = (await rows(referralId)).map(({ sequence, envelope }) => {
      const { data } = JSON.parse(envelope) as { data: { elderId: string } };
      return [Number(sequence), data.elderId];
    });
    expect(stored).toEqual(said.map(({ elderId }, i) => [i + 1, elderId]));
  });

  it('wakes the relay after the commit and not after a rollback', async () => {
    woken = 0;
    await say(newId(), true).catch(() => undefined);
    expect(woken).toBe(0);
    await say(newId());
    expect(woken).toBe(1);
  });

  it('is one statement per event', async () => {
    const statements = await statementsOf(site.database, () => say(newId()));
    expect(statements).toHaveLength(3);
    expect(statements).toEqual(['begin', expect.stringContaining('into outbox'), 'commit']);
  });

  it('refuses the events of other services and payloads that break their contract', async () => {
    const publish = (type: typeof EVENT.claimCancelledV1 | typeof EVENT.referralDispatchedV1, data: object) =>
      site.database.transaction(async (tx) => {
        outbox.publish(tx, type, newId(), data as never, { regioncode: '421202' });
      });
    await expect(publish(EVENT.claimCancelledV1, {})).rejects.toThrow('is said by settlement');
    await expect(publish(EVENT.referralDispatchedV1, { ...dispatched(newId()), name: '示范姓名甲' })).rejects.toThrow(
      'breaks its contract',
    );
  });
});
