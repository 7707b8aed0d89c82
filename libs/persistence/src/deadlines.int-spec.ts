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
} from './index.js';

const DAY = 86_400_000;

describe('deadlines', () => {
  let test: TestDatabase;
  const clock = new Clock();
  const deadlines = new Deadlines();
  const passed: Deadline[] = [];
  const act = async (_: unknown, deadline: Deadline) => {
    passed.push(deadline);
  };
  const sweeper = () => new DeadlineSweeper(test.database, clock, { ANSWER: act }, createLogger('test'));

  beforeAll(async () => {
    test = await testDatabase('deadlines', persistenceMigrations);
  });
  afterAll(() => test.drop());
  beforeEach(() => void passed.splice(0));

  const start = async (inMilliseconds: number) => {
    const subjectId = newId();
    const startedAt = clock.now();
    const dueAt = new Date(startedAt.getTime() + inMilliseconds);
    const rule = { rule: 'REF-14', clause: '003篇十五', policyVersion: 'set@1' };
    await test.database.transaction(async (tx) =>
      deadlines.start(tx, { kind: 'ANSWER', subjectId, startedAt, dueAt, ...rule }),
    );
    return subjectId;
  };

  it('acts once when the business clock has passed the time, with the clause that set it', async () => {
    const subjectId = await start(DAY);
    expect(await sweeper().sweep()).toBe(0);
    clock.moveTo(clock.offset + DAY + 1000);
    await Promise.all([sweeper().sweep(), sweeper().sweep()]);
    await sweeper().sweep();
    expect(passed).toEqual([
      expect.objectContaining({ subjectId, rule: 'REF-14', clause: '003篇十五', policyVersion: 'set@1' }),
    ]);
  });

  it('does nothing for what was finished in time', async () => {
    const subjectId = await start(DAY);
    await test.database.transaction(async (tx) => deadlines.finish(tx, 'ANSWER', subjectId, clock.now()));
    clock.moveTo(clock.offset + 2 * DAY);
    await sweeper().sweep();
    expect(passed).toEqual([]);
  });

  it('keeps a deadline whose action failed for the next sweep', async () => {
    const subjectId = await start(1);
    clock.moveTo(clock.offset + 1000);
    const failing = { ANSWER: () => Promise.reject(new Error('no')) };
    await new DeadlineSweeper(test.database, clock, failing, {
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    }).sweep();
    await sweeper().sweep();
    expect(passed.map((deadline) => deadline.subjectId)).toEqual([subjectId]);
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
