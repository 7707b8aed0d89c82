import { kafkaBrokers, testDatabase } from '@yiyang/testing';
import { Metrics } from '@yiyang/observability';
import { newId } from '@yiyang/persistence';
import { effectConsumer, silentLogger, Site, until, upTo } from '../testing/site.js';
import { Relay } from './relay.js';

describe('the relay', () => {
  let site: Site;
  beforeAll(async () => (site = await Site.open('postgres', { testDatabase, kafkaBrokers })));
  afterAll(() => site.close());

  /** Ends the connections that hold session locks in a database, as a failover of the server would. */
  const endLockHolders = (database: Site['producer']) =>
    database.asSuperuser(`
      select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database()`);

  it('goes on when the connections that hold the locks are lost', async () => {
    const relay = site.relay();
    await site.replica(effectConsumer('lost-locks'));
    const referralId = newId();
    for (const turn of upTo(4)) {
      await site.say(referralId, site.outbox(relay));
      await until('it took effect', async () => (await site.sequences('lost-locks', referralId)).length === turn);
      await endLockHolders(site.producer);
      await endLockHolders(site.consumer);
    }
    expect(await site.sequences('lost-locks', referralId)).toEqual([1, 2, 3, 4]);
    await relay.stop();
  });

  it('hands over to another replica when it stops', async () => {
    const [first, second] = [site.relay(), site.relay()];
    await until('one is active', async () => first.isActive !== second.isActive);
    const [active, standby] = first.isActive ? [first, second] : [second, first];
    await active.stop();
    await until('the other is active', async () => standby.isActive);
    await standby.stop();
  });

  it('says how much waits and for how long, and forgets after 7 days what was sent', async () => {
    const metrics = new Metrics('referral');
    const relay = new Relay(site.producer.database, site.bus(), silentLogger, metrics);
    for (const _ of upTo(3)) await site.say(newId());
    await site.producer.asSuperuser(
      `update outbox set created_at = now() - interval '90 seconds' where sent_at is null`,
    );
    const waiting = await metrics.text();
    expect(waiting).toMatch(/^outbox_depth\{.*\} 3$/m);
    expect(waiting).toMatch(/^relay_lag_seconds\{.*\} 90\.\d+$/m);

    const [old, recent] = [newId(), newId()];
    await site.say(old);
    await site.say(recent);
    const age = 'update outbox set sent_at = now() - $2::interval where aggregate_id = $1';
    await site.producer.asSuperuser(age, [old, '7 days 1 minute']);
    await site.producer.asSuperuser(age, [recent, '6 days 23 hours']);
    relay.start();
    const kept = async () =>
      (await site.producer.asSuperuser<{ aggregate_id: string }>('select aggregate_id from outbox')).map(
        (row) => row.aggregate_id,
      );
    await until('the old one is gone', async () => !(await kept()).includes(old));
    expect(await kept()).toContain(recent);
    expect(await metrics.text()).toMatch(/^outbox_depth\{.*\} 0$/m);
    await relay.stop();
  });
});
