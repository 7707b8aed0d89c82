import { testDatabase, type TestDatabase } from '@yiyang/testing';
import { EVENT, type Envelope } from '@yiyang/contracts';
import { newId, type Tx } from '@yiyang/persistence';
import { messagingMigrations } from '../migrations/index.js';
import { Inbox } from './inbox.js';

const [CONSUMER, TOPIC] = ['test-copy', 'yiyang.referral.v1'];
// Of this session and not yet reported, so those of a few transactions before may be among them.
const LOOKED_AT = `
  select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
  from pg_stat_xact_user_tables where relname = 'inbox_sequence'`;

describe('the inbox', () => {
  let site: TestDatabase;
  beforeAll(async () => (site = await testDatabase('referral', messagingMigrations)));
  afterAll(() => site.drop());

  const event = (subject: string, sequence: number) =>
    ({ id: newId(), type: EVENT.referralDispatchedV1, source: '/yiyang/referral', subject, sequence }) as Envelope;
  const take = <Result = void>(event: Envelope, and?: (tx: Tx) => Promise<Result>) =>
    site.database.transaction(async (tx) => {
      tx.findByKey();
      const inbox = await Inbox.open(tx, CONSUMER, TOPIC, [event]);
      const seen = { isFirst: inbox.isFirst(event), distance: inbox.distance(event) };
      if (seen.distance === 1n) inbox.advance(event);
      inbox.close();
      return { ...seen, and: (await and?.(tx)) as Result };
    });

  it('knows the next event of a stream, one that was taken, and how far another is ahead', async () => {
    const stream = newId();
    const first = event(stream, 1);
    expect(await take(first)).toMatchObject({ isFirst: true, distance: 1n });
    expect(await take(first)).toMatchObject({ isFirst: false, distance: 0n });
    expect(await take(event(stream, 5))).toMatchObject({ isFirst: true, distance: 4n });
    expect(await take(event(stream, 2))).toMatchObject({ isFirst: true, distance: 1n });
  });

  it('looks only at the streams of the events at hand, also by plans made while there were few', async () => {
    for (let i = 0; i < 8; i++) await take(event(newId(), 1));
    await site.asSuperuser(
      `insert into inbox_sequence (consumer, topic, source, aggregate_id, last_sequence)
       select $1, $2, '/yiyang/referral', gen_random_uuid()::text, 1 from generate_series(1, 5000)`,
      [CONSUMER, TOPIC],
    );
    for (let i = 0; i < 4; i++) {
      const { and: looked } = await take(event(newId(), 1), (tx) => tx.one<{ rows: number }>(LOOKED_AT));
      expect(looked.rows).toBeLessThan(100);
    }
  });
});
