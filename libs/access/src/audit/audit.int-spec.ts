import { withContext } from '@yiyang/observability';
import { statementsOf, testDatabase, type TestDatabase } from '@yiyang/testing';
import { POLICY_VERSION } from '../policy.js';
import { accessMigrations } from '../index.js';
import { aCaller, ELDER, HOSPITAL, INFIRMARY } from '../testing/a-caller.js';
import { anAudit } from '../testing/audit-log.js';
import type { Audit } from './audit.js';

const READ = { action: 'record.read', resource: 'record', elderId: ELDER, outcome: 'ALLOWED' } as const;

describe('the access log', () => {
  let db: TestDatabase;
  let audit: Audit;
  beforeAll(async () => {
    db = await testDatabase('audit', accessMigrations);
    audit = anAudit(db.database);
  });
  afterAll(() => db.drop());
  const newest = async () => (await db.asSuperuser('select * from audit_entry order by entry_id desc limit 1'))[0];
  const count = async () => (await db.asSuperuser<{ n: number }>('select count(*)::int as n from audit_entry'))[0]?.n;

  it('keeps who did what with whose data, why and under which policy', async () => {
    const caller = aCaller('MED_INST', { emergency: { reasonCode: 'UNCONSCIOUS' } });
    await withContext({ requestId: 'q', correlationId: 'c-1' }, () =>
      db.database.transaction(async (tx) =>
        audit.record(tx, caller, { ...READ, resourceId: INFIRMARY, code: 'EMERGENCY', rule: 'REC-08' }),
      ),
    );
    expect(await newest()).toMatchObject({
      client_id: 'client-med_inst',
      role: 'MED_INST',
      organisation_id: HOSPITAL,
      caller_elder_id: null,
      region: '421202',
      purpose: 'TREATMENT',
      request_id: 'request-1',
      correlation_id: 'c-1',
      action: 'record.read',
      resource: 'record',
      resource_id: INFIRMARY,
      elder_id: ELDER,
      outcome: 'ALLOWED',
      code: 'EMERGENCY',
      rule: 'REC-08',
      emergency_reason: 'UNCONSCIOUS',
      policy_version: POLICY_VERSION,
    });
  });

  it('costs one statement and no round trip of its own', async () => {
    const sent = await statementsOf(db.database, () =>
      db.database.transaction(async (tx) => audit.record(tx, aCaller('HEALTH'), READ)),
    );
    expect(sent).toEqual(['begin', expect.stringContaining('insert into audit_entry'), 'commit']);
  });

  it('keeps one entry per elder of a list in one statement', async () => {
    const before = (await count()) ?? 0;
    const events = Array.from({ length: 50 }, () => ({ ...READ, action: 'referral.list' }));
    const sent = await statementsOf(db.database, () =>
      db.database.transaction(async (tx) => audit.recordEach(tx, aCaller('HEALTH'), events)),
    );
    expect([sent.length, await count()]).toEqual([3, before + 50]);
  });

  it('has no entry of what was rolled back', async () => {
    const before = await count();
    const attempt = db.database.transaction(async (tx) => {
      audit.record(tx, aCaller('HEALTH'), READ);
      await tx.flush();
      throw new Error('undo');
    });
    await expect(attempt).rejects.toThrow('undo');
    expect(await count()).toBe(before);
  });

  it('fails a transaction that recorded nothing', async () => {
    const forgotten = db.database.transaction(async (tx) => audit.assertRecorded(tx));
    await expect(forgotten).rejects.toThrow('no audit entry');
    await db.database.transaction(async (tx) => {
      audit.recordEach(tx, aCaller('HEALTH'), []);
      audit.assertRecorded(tx);
    });
  });

  it('keeps a refusal in a transaction of its own, also of nobody', async () => {
    await audit.recordRefusal(undefined, {
      action: 'record.read',
      resource: 'record',
      elderId: ELDER,
      code: 'NOT_AUTHENTICATED',
    });
    expect(await newest()).toMatchObject({
      role: 'ANONYMOUS',
      outcome: 'REFUSED',
      code: 'NOT_AUTHENTICATED',
      elder_id: ELDER,
    });
  });

  it('keeps no id that is not a UUID and no text that is not plain, because a refused caller may put anything there', async () => {
    await audit.recordRefusal(aCaller('HEALTH', { requestId: `x\u0000\n${'y'.repeat(500)}` }), {
      action: '读取',
      resource: 'record',
      resourceId: '421202194910012467',
      elderId: "' or true --",
    });
    const entry = await newest();
    expect(entry).toMatchObject({ resource_id: null, elder_id: null, action: '??' });
    expect(entry?.['request_id']).toMatch(/^x\?\?y{197}$/);
    expect((await audit.verify()).ok).toBe(true);
  });

  it('takes a UUID in any spelling as the same', async () => {
    await audit.recordRefusal(aCaller('HEALTH'), { ...READ, elderId: ELDER.toUpperCase() });
    expect(await newest()).toMatchObject({ elder_id: ELDER });
    expect((await audit.verify()).ok).toBe(true);
  });

  it.each([
    "update audit_entry set outcome = 'ALLOWED'",
    'delete from audit_entry',
    'truncate audit_entry',
    'update audit_seal set head = start',
    'delete from audit_seal',
    'update audit_pending set entry_id = entry_id',
    'alter table audit_entry drop constraint audit_entry_leaf',
    'drop table audit_entry',
  ])('lets the app role not do this: %s', async (sql) => {
    await expect(db.database.many(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
