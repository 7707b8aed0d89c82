import pg from 'pg';
import { connectionUrl, Database } from '@yiyang/persistence';
import { serverSettings, testDatabase, type TestDatabase } from '@yiyang/testing';
import { personalTableSql, rlsContext, systemContext, type RlsContext } from './row-security.js';
import { aCaller, HOSPITAL, OTHER_HOME } from './testing/a-caller.js';
import { fillPersonalTables, staysIn } from './testing/personal-database.js';
import { CreatePersonalTables1764000000900, ELDER_OF_FENGDU } from './testing/personal-tables.js';

describe('row-level security, with no filter in the query', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase('access', [CreatePersonalTables1764000000900]);
    await fillPersonalTables(db.database);
  });
  afterAll(() => db.drop());

  const seen = (context?: RlsContext, database = db.database) =>
    database.transaction(async (tx) => {
      if (context) tx.actAs(context);
      return staysIn(tx);
    });
  const notes = (context: RlsContext) =>
    db.database.transaction(async (tx) => {
      tx.actAs(context);
      return (await tx.one<{ n: bigint }>('select count(*) as n from note')).n;
    });
  const asOwner = async (sql: string): Promise<number | null> => {
    const client = new pg.Client({ connectionString: connectionUrl(serverSettings(), db.service, 'owner') });
    await client.connect();
    try {
      return (await client.query(sql)).rowCount;
    } finally {
      await client.end();
    }
  };

  it('shows nothing without a context: to the app role, on shared readers and to the owner', async () => {
    expect(await seen()).toEqual([]);
    expect(await db.database.many('select name from stay')).toEqual([]);
    expect(await asOwner('select name from stay')).toBe(0);
    expect(await db.asSuperuser('select name from stay')).toHaveLength(4);
  });

  it.each([
    ['500000', ['fengdu', 'wanzhou']],
    ['500229', ['fengdu', 'wanzhou']],
    ['421202', ['wanzhou', 'xianning']],
    ['429000', ['xiantao']],
    ['330100', []],
    ['000000', []],
    ['', []],
  ])('shows a department of %s the rows with a region of its own: %j', async (region, names) => {
    expect(await seen(rlsContext(aCaller('HEALTH', { region })))).toEqual(names);
  });

  it('shows an institution its own rows and those of elders it has an open relation with', async () => {
    expect(await seen(rlsContext(aCaller('CARE_INST')))).toEqual(['xianning']);
    expect(await seen(rlsContext(aCaller('CARE_INST', { unitIds: [HOSPITAL] })))).toEqual(['xianning', 'xiantao']);
    expect(await seen(rlsContext(aCaller('CARE_INST', { organisationId: OTHER_HOME })))).toEqual(['fengdu', 'wanzhou']);
    expect(await seen(rlsContext(aCaller('MED_INST')))).toEqual(['xianning', 'xiantao']);
    expect(await seen(rlsContext(aCaller('CARE_INST', { organisationId: undefined })))).toEqual([]);
  });

  it('shows an elder her own rows, an integrator none and the system all', async () => {
    expect(await seen(rlsContext(aCaller('ELDER')))).toEqual(['xianning']);
    expect(await seen(rlsContext(aCaller('ELDER', { elderId: undefined })))).toEqual([]);
    expect(await seen(rlsContext(aCaller('INTEGRATOR')))).toEqual([]);
    expect(await seen(systemContext('referral'))).toHaveLength(4);
    expect(() => systemContext('')).toThrow('name of the service');
  });

  it('keeps a department out of a table that its role has no business with', async () => {
    expect(await notes(rlsContext(aCaller('HEALTH')))).toBe(1n);
    expect(await notes(rlsContext(aCaller('INSURANCE')))).toBe(0n);
    expect(await notes(rlsContext(aCaller('CIVIL_AFFAIRS')))).toBe(0n);
  });

  it('refuses rows that the writer could not see', async () => {
    const insert = (context: RlsContext) =>
      db.database.transaction(async (tx) => {
        tx.actAs(context);
        tx.write('insert into note values ($1, $2)', [ELDER_OF_FENGDU, '330105']);
        await tx.flush();
        throw new Error('undo');
      });
    await expect(insert(rlsContext(aCaller('HEALTH')))).rejects.toMatchObject({ code: '42501' });
    await expect(insert(rlsContext(aCaller('HEALTH', { region: '330105' })))).rejects.toThrow('undo');
  });

  it.each([
    'alter table stay disable row level security',
    'alter table stay no force row level security',
    'drop policy stay_access on stay',
    'create policy open on stay using (true)',
    'alter table stay owner to current_user',
  ])('cannot be taken away by the app role: %s', async (sql) => {
    await expect(db.database.many(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be stepped over by the app role with row_security = off', async () => {
    const attempt = db.database.transaction(async (tx) => {
      tx.write('set local row_security = off');
      return staysIn(tx);
    });
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });

  it('forgets a context with its transaction: 3,000 turns of two departments and nobody on one connection, no crossing', async () => {
    const one = new Database(connectionUrl(serverSettings(), db.service, 'app'), { maxConnections: 1, readers: 1 });
    const expected: [RlsContext | undefined, string][] = [
      [rlsContext(aCaller('HEALTH', { region: '500000' })), 'fengdu,wanzhou'],
      [undefined, ''],
      [rlsContext(aCaller('CIVIL_AFFAIRS', { region: '429004' })), 'xiantao'],
    ];
    let crossings = 0;
    const turns = Array.from({ length: 3000 }, async (_, i) => {
      const [context, names] = expected[i % 3] as (typeof expected)[number];
      if ((await seen(context, one)).join() !== names) crossings += 1;
    });
    await Promise.all(turns).finally(() => one.close());
    expect(crossings).toBe(0);
  }, 30_000);

  it('takes no value for a name and no table that opens to nobody', () => {
    expect(() => personalTableSql('stay; drop table x', { columns: { elder: 'elder_id' } })).toThrow('not a plain');
    expect(() => personalTableSql('stay', { columns: {} })).toThrow('opens a row to anybody');
    expect(() => personalTableSql('stay', { columns: { relationTable: 'r' } })).toThrow('no elder column');
  });
});
