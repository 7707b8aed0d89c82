import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@yiyang/testing';
import { accessMigrations } from '../index.js';
import { aCaller, ELDER } from '../testing/a-caller.js';
import { anAudit, aSealer } from '../testing/audit-log.js';
import type { SealedEntry } from './sealed-entry.js';

const READ = { action: 'record.read', resource: 'record', elderId: ELDER, outcome: 'ALLOWED' } as const;

describe('the sealer', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase('audit', accessMigrations);
  });
  afterEach(() => db.drop());

  const write = (times: number) => {
    const audit = anAudit(db.database);
    return db.database.transaction(async (tx) => {
      for (let i = 0; i < times; i++) audit.record(tx, aCaller('HEALTH'), READ);
    });
  };
  const waiting = async () =>
    (await db.asSuperuser<{ n: number }>('select count(*)::int as n from audit_pending'))[0]?.n;

  it('seals every entry exactly once under 8 writers and 2 replicas, and tells of each once', async () => {
    const told: string[] = [];
    const onSealed = (_: unknown, entries: readonly SealedEntry[]) => void told.push(...entries.map((e) => e.entryId));
    const replicas = [
      aSealer(db.database, { interval: 5, batchSize: 7 }, onSealed),
      aSealer(db.database, { interval: 5 }, onSealed),
    ];
    replicas.forEach((replica) => replica.start());
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let i = 0; i < 25; i++) await write(2);
      }),
    );
    for (let i = 0; i < 200 && (await waiting()) !== 0; i++) await sleep(50);
    await Promise.all(replicas.map((replica) => replica.stop()));

    const sealed = await db.asSuperuser<{ id: string }>('select unnest(entry_ids) as id from audit_seal');
    const written = await db.asSuperuser<{ id: string }>('select entry_id as id from audit_entry');
    expect(written).toHaveLength(400);
    expect(sealed.map((row) => row.id).sort()).toEqual(written.map((row) => row.id).sort());
    expect([...told].sort()).toEqual(written.map((row) => row.id).sort());
    expect(await anAudit(db.database).verify()).toMatchObject({ ok: true, entries: 400 });
  });

  it('keeps one chain when two sealers run at once against all plans', async () => {
    await write(200);
    const sealers = [aSealer(db.database, { batchSize: 10 }), aSealer(db.database, { batchSize: 10 })];
    let lost = 0;
    while ((await waiting()) !== 0) {
      const rounds = await Promise.allSettled(sealers.map((sealer) => sealer.sealBatch()));
      lost += rounds.filter((round) => round.status === 'rejected').length;
    }
    // The number of a seal is taken once: the other sealer's transaction failed and left nothing behind.
    expect(lost).toBeGreaterThan(0);
    expect(await anAudit(db.database).verify()).toEqual({ ok: true, entries: 200, seals: 20 });
  });

  it('seals nothing when what goes with the seal fails, and everything the next time', async () => {
    await write(3);
    let fails = true;
    const sealer = aSealer(db.database, {}, () => {
      if (fails) throw new Error('no event');
    });
    await expect(sealer.sealBatch()).rejects.toThrow('no event');
    expect([await waiting(), sealer.anchor]).toEqual([3, undefined]);
    fails = false;
    expect(await sealer.sealBatch()).toBe(3);
    expect(await waiting()).toBe(0);
  });

  it('hands over what the elder may know, and whose it was', async () => {
    const audit = anAudit(db.database);
    const caller = aCaller('MED_INST', { emergency: { reasonCode: 'UNCONSCIOUS' } });
    await db.database.transaction(async (tx) => audit.record(tx, caller, READ));
    await audit.recordRefusal(undefined, { action: 'record.read', resource: 'record' });
    const told: SealedEntry[] = [];
    await aSealer(db.database, {}, (_, entries) => void told.push(...entries)).sealBatch();
    expect(told).toEqual([
      {
        entryId: expect.any(String),
        at: expect.any(Date),
        role: 'MED_INST',
        organisationId: caller.organisationId,
        region: '421202',
        purpose: 'TREATMENT',
        action: 'record.read',
        outcome: 'ALLOWED',
        elderId: ELDER,
        emergency: true,
      },
      expect.objectContaining({
        role: 'ANONYMOUS',
        purpose: null,
        elderId: null,
        outcome: 'REFUSED',
        emergency: false,
      }),
    ]);
  });

  it('continues the chain after a restart', async () => {
    for (let i = 0; i < 3; i++) {
      await write(2);
      await aSealer(db.database).sealBatch();
    }
    expect(await anAudit(db.database).verify()).toEqual({ ok: true, entries: 6, seals: 3 });
  });

  it('counts what still waits as part of the log', async () => {
    await write(2);
    await aSealer(db.database).sealBatch();
    await write(3);
    expect(await anAudit(db.database).verify()).toEqual({ ok: true, entries: 5, seals: 1 });
  });
});
