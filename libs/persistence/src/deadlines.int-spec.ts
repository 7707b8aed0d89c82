import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@yiyang/observability';
import { testDatabase, type TestDatabase } from '@yiyang/testing';
import {
  Clock,
  Deadlines,
  DeadlineSweeper,
  newId,
  persistenceMigrations,
  SharedClockOffset,
  type Deadline,
  type DeadlineStart,
  type OnDue,
  type Tx,
} from './index.js';

const DAY = 86_400_000;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('deadlines', () => {
  let test: TestDatabase;
  const clock = new Clock();
  const deadlines = new Deadlines();
  const passed: (Deadline & { moment: string })[] = [];
  const act: OnDue = async (_, deadline, moment) => {
    passed.push({ ...deadline, moment });
  };
  const sweeper = (handlers: Record<string, OnDue> = { ANSWER: act }) =>
    new DeadlineSweeper(test.database, clock, handlers, createLogger('test'));
  const silent = (handlers: Record<string, OnDue>) => new DeadlineSweeper(test.database, clock, handlers, SILENT);
  const inTx = (work: (tx: Tx) => unknown) => test.database.transaction(async (tx) => void (await work(tx)));
  const pass = (milliseconds: number) => clock.moveTo(clock.offset + milliseconds);
  const at = (inMilliseconds: number) => new Date(clock.now().getTime() + inMilliseconds);

  beforeAll(async () => {
    test = await testDatabase('deadlines', persistenceMigrations);
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    passed.splice(0);
    await test.asSuperuser('delete from deadline');
  });

  const start = async (inMilliseconds: number, of: Partial<DeadlineStart> = {}) => {
    const subjectId = newId();
    const rule = { rule: 'REF-14', clause: '003篇十五', policyVersion: 'set@1' };
    const times = { startedAt: clock.now(), dueAt: at(inMilliseconds) };
    await inTx((tx) => deadlines.start(tx, { kind: 'ANSWER', subjectId, ...times, ...rule, ...of }));
    return subjectId;
  };
  const rowOf = async (subjectId: string) =>
    (await test.asSuperuser<Record<string, unknown>>('select * from deadline where subject_id = $1', [subjectId]))[0];
  const retryNow = () => test.asSuperuser('update deadline set next_try_at = now()');

  it('acts once when the business clock has passed the time, with the clause that set it', async () => {
    const subjectId = await start(DAY);
    expect(await sweeper().sweep()).toBe(0);
    pass(DAY + 1000);
    const acted = await Promise.all([sweeper().sweep(), sweeper().sweep()]);
    expect(acted.toSorted()).toEqual([0, 1]);
    await sweeper().sweep();
    const stated = { rule: 'REF-14', clause: '003篇十五', policyVersion: 'set@1' };
    expect(passed).toEqual([expect.objectContaining({ subjectId, ...stated, moment: 'BREACH' })]);
  });

  it('does nothing for what was finished in time', async () => {
    const subjectId = await start(DAY);
    await inTx((tx) => deadlines.finish(tx, 'ANSWER', subjectId, clock.now()));
    pass(2 * DAY);
    await sweeper().sweep();
    expect(passed).toEqual([]);
  });

  it('warns once before the time and then breaches', async () => {
    const subjectId = await start(3 * DAY, { warnAt: at(DAY) });
    await sweeper().sweep();
    expect(passed).toEqual([]);
    pass(DAY + 1000);
    await sweeper().sweep();
    await sweeper().sweep();
    expect(await rowOf(subjectId)).toMatchObject({ warned_at: expect.any(Date), breached_at: null });
    pass(2 * DAY);
    await sweeper().sweep();
    expect(passed.map(({ moment }) => moment)).toEqual(['WARNING', 'BREACH']);
  });

  it('only breaches where nobody looked between the warning and the time', async () => {
    const subjectId = await start(2 * DAY, { warnAt: at(DAY) });
    pass(3 * DAY);
    await sweeper().sweep();
    await sweeper().sweep();
    expect(passed.map(({ moment }) => moment)).toEqual(['BREACH']);
    expect(await rowOf(subjectId)).toMatchObject({ warned_at: null });
  });

  it('starts anew with warnings of its own', async () => {
    const subjectId = await start(3 * DAY, { warnAt: at(DAY) });
    pass(4 * DAY);
    await sweeper().sweep();
    await start(3 * DAY, { subjectId, warnAt: at(DAY) });
    pass(DAY + 1000);
    await sweeper().sweep();
    expect(passed.map(({ moment }) => moment)).toEqual(['BREACH', 'WARNING']);
  });

  it('stands still while paused and runs on with the time it stood', async () => {
    const subjectId = await start(3 * DAY, { warnAt: at(2 * DAY) });
    const times = async () => (await rowOf(subjectId)) as { due_at: Date; warn_at: Date };
    const before = await times();
    pass(DAY);
    await inTx((tx) => deadlines.pause(tx, 'ANSWER', subjectId, clock.now()));
    pass(6 * DAY);
    await inTx((tx) => deadlines.pause(tx, 'ANSWER', subjectId, clock.now()));
    expect(await sweeper().sweep()).toBe(0);
    await inTx((tx) => deadlines.resume(tx, { kind: 'ANSWER', subjectId, at: clock.now() }));
    const after = await times();
    const stood = after.due_at.getTime() - before.due_at.getTime();
    expect(Math.abs(stood - 6 * DAY)).toBeLessThan(5000);
    expect(after.warn_at.getTime() - before.warn_at.getTime()).toBe(stood);
    pass(DAY + 5000);
    await sweeper().sweep();
    pass(DAY + 5000);
    await sweeper().sweep();
    expect(passed.map(({ moment }) => moment)).toEqual(['WARNING', 'BREACH']);
  });

  it('takes the new time from the caller where working days count, and resumes nothing that ran or ended', async () => {
    const subjectId = await start(3 * DAY);
    const resume = async () => {
      let resumed: Date | undefined;
      const clockOf = { kind: 'ANSWER', subjectId, at: clock.now(), afterPause: () => new Date('2099-01-01') };
      await inTx(async (tx) => (resumed = await deadlines.resume(tx, clockOf)));
      return resumed;
    };
    expect(await resume()).toBeUndefined();
    await inTx((tx) => deadlines.pause(tx, 'ANSWER', subjectId, clock.now()));
    expect(await resume()).toEqual(new Date('2099-01-01'));
    await inTx((tx) => {
      deadlines.pause(tx, 'ANSWER', subjectId, clock.now());
      deadlines.finish(tx, 'ANSWER', subjectId, clock.now());
    });
    expect(await resume()).toBeUndefined();
  });

  it('tries a failed one again at the next round, then less and less often, and says that it did nothing', async () => {
    const subjectId = await start(1);
    pass(1000);
    const failing = silent({ ANSWER: () => Promise.reject(new Error('no')) });
    expect([await failing.sweep(), await failing.sweep(), await failing.sweep()]).toEqual([0, 0, 0]);
    expect(await rowOf(subjectId)).toMatchObject({ attempts: 2, breached_at: null });
    for (let tries = 2; tries < 14; tries++) {
      await retryNow();
      await failing.sweep();
    }
    const [{ seconds } = { seconds: 0 }] = await test.asSuperuser<{ seconds: number }>(
      'select extract(epoch from next_try_at - now())::int as seconds from deadline',
    );
    expect(seconds).toBeGreaterThan(290);
    expect(seconds).toBeLessThanOrEqual(300);
    expect(await sweeper().sweep()).toBe(0);
    await retryNow();
    expect(await sweeper().sweep()).toBe(1);
    expect(passed.map((deadline) => deadline.subjectId)).toEqual([subjectId]);
    expect(await rowOf(subjectId)).toMatchObject({ attempts: 0, next_try_at: null });
  });

  it('acts on the others of a batch, and on those behind 200 that fail', async () => {
    const bad = new Set<string>();
    for (let i = 0; i < 210; i++) bad.add(await start(1));
    const good = await start(10);
    pass(1000);
    const handlers: Record<string, OnDue> = {
      ANSWER: async (tx, deadline, moment) => {
        if (bad.has(deadline.subjectId)) throw new Error('no');
        await act(tx, deadline, moment);
      },
    };
    for (let round = 0; round < 3 && passed.length === 0; round++) await silent(handlers).sweep();
    expect(passed.map((deadline) => deadline.subjectId)).toEqual([good]);
  }, 60_000);

  it('leaves alone what this build does not know', async () => {
    const subjectId = await start(1, { kind: 'NEWER' });
    pass(1000);
    expect(await sweeper().sweep()).toBe(0);
    expect(await rowOf(subjectId)).toMatchObject({ breached_at: null, attempts: 0 });
  });

  it('gives way to a command that holds what it wants and wants what it holds, before the server chooses a victim', async () => {
    const subjectId = await start(-1);
    const subject = 'select pg_advisory_xact_lock(4711)';
    const told: unknown[] = [];
    const logger = { ...SILENT, info: (_: string, fields?: object) => void told.push(fields) };
    const wanting: OnDue = async (tx) => void (await tx.many(subject));
    let sweeping: Promise<number> | undefined;
    await inTx(async (tx) => {
      await tx.many(subject);
      sweeping = new DeadlineSweeper(test.database, clock, { ANSWER: wanting }, logger).sweep();
      await sleep(100);
      deadlines.finish(tx, 'ANSWER', subjectId, clock.now());
    });
    expect(await sweeping).toBe(0);
    expect(told).toEqual([expect.objectContaining({ errorCode: '55P03' })]);
  });

  it('idles on one statement and acts on twenty in one transaction', async () => {
    const sent: string[] = [];
    const statements = async (of: DeadlineSweeper) => {
      sent.splice(0);
      test.database.onStatement = (sql) => void sent.push(sql);
      await of.sweep();
      test.database.onStatement = () => undefined;
      return sent.length;
    };
    expect(await statements(sweeper())).toBe(1);
    for (let i = 0; i < 20; i++) await start(1);
    pass(1000);
    // Find; begin, lock, mark, commit.
    expect(await statements(sweeper())).toBe(6);
    expect(passed).toHaveLength(20);
  });

  it('shares the business clock between replicas, forward only', async () => {
    const [one, two] = [new Clock(), new Clock()];
    const first = new SharedClockOffset(test.database, one);
    const second = new SharedClockOffset(test.database, two);
    await first.store(5 * DAY);
    await second.store(3 * DAY);
    expect([one.offset, two.offset]).toEqual([5 * DAY, 5 * DAY]);
    expect(Math.abs(one.system().getTime() - Date.now())).toBeLessThan(1000);
  });
});
