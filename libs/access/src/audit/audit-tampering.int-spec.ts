import { testDatabase, type TestDatabase } from '@yiyang/testing';
import { accessMigrations } from '../index.js';
import { aCaller, ELDER, HOME } from '../testing/a-caller.js';
import { anAudit, aSealer, KEY } from '../testing/audit-log.js';
import { auditKey } from './audit-key.js';
import { AUDIT_COLUMNS } from './audit-row.js';
import type { AuditAnchor } from './audit-sealer.js';
import { verifyAudit, type Alteration } from './verify-audit.js';

const TABLES = ['audit_entry', 'audit_pending', 'audit_seal'];
const NEW = '01900000-0000-7000-8000-0000000000ff';

/** What a superuser does; `$n$` is the id of the n-th entry. Entries 0-9, 10-19 and 20-24 are sealed, 25-29 wait. */
type Tampering = readonly [name: string, sql: string, reason: Alteration, named: number | typeof NEW];

const COLUMN_CHANGES: Tampering[] = AUDIT_COLUMNS.filter((name) => name !== 'entry_id').map((name) => {
  const value = name.endsWith('_id') && !/client|request|correlation/.test(name) ? `'${NEW}'` : "'x'";
  const other = { at: "at + interval '1 microsecond'", outcome: "'REFUSED'" }[name as string] ?? value;
  return [`changes ${name}`, `update audit_entry set ${name} = ${other} where entry_id = '$12$'`, 'ALTERED', 12];
});
const copyOf = (from: string) =>
  `insert into audit_entry select '${NEW}', ${AUDIT_COLUMNS.slice(1).join(', ')}, leaf from audit_entry where entry_id = '${from}'`;
const swap = (n: number, a: string, b: string) => `
  update audit_seal set entry_ids = (select array_agg(case id when '${a}' then '${b}'::uuid when '${b}' then '${a}'::uuid
    else id end order by o) from unnest(entry_ids) with ordinality as u(id, o)) where seal_no = ${n}`;
const withLinks = (n: number, from: number, to: number) => `
  update audit_seal set chain = overlay(overlay(chain placing substring(chain from ${32 * to + 1} for 32) from ${32 * from + 1})
    placing substring(chain from ${32 * from + 1} for 32) from ${32 * to + 1}) where seal_no = ${n}`;

const TAMPERINGS: Tampering[] = [
  ...COLUMN_CHANGES,
  ['empties a field', "update audit_entry set code = null where entry_id = '$3$'", 'ALTERED', 3],
  [
    'changes several entries',
    "update audit_entry set role = 'ELDER' where entry_id in ('$17$', '$4$', '$23$')",
    'ALTERED',
    4,
  ],
  ['changes a leaf', "update audit_entry set leaf = sha256('x') where entry_id = '$0$'", 'ALTERED', 0],
  [
    'changes column and leaf',
    "update audit_entry set role = 'ELDER', leaf = sha256('x') where entry_id = '$5$'",
    'ALTERED',
    5,
  ],
  [
    'gives an entry the content and leaf of another',
    `
    update audit_entry a set (request_id, leaf) = (select request_id, leaf from audit_entry where entry_id = '$7$') where entry_id = '$6$'`,
    'ALTERED',
    6,
  ],
  [
    'exchanges the ids of two entries',
    `
    update audit_entry set entry_id = '${NEW}' where entry_id = '$1$'; update audit_entry set entry_id = '$1$' where entry_id = '$2$';
    update audit_entry set entry_id = '$2$' where entry_id = '${NEW}'`,
    'ALTERED',
    1,
  ],
  ['changes an entry that waits', "update audit_entry set role = 'ELDER' where entry_id = '$27$'", 'ALTERED', 27],
  ['renames an entry', `update audit_entry set entry_id = '${NEW}' where entry_id = '$14$'`, 'DELETED', 14],
  ['deletes an entry', "delete from audit_entry where entry_id = '$13$'", 'DELETED', 13],
  ['deletes the first entry', "delete from audit_entry where entry_id = '$0$'", 'DELETED', 0],
  ['deletes the last sealed entry', "delete from audit_entry where entry_id = '$24$'", 'DELETED', 24],
  ['deletes an entry that waits', "delete from audit_entry where entry_id = '$26$'", 'DELETED', 26],
  ['takes away that an entry waits', "delete from audit_pending where entry_id = '$26$'", 'NOT_IN_CHAIN', 26],
  [
    'deletes an entry with its place in the seal',
    `
    delete from audit_entry where entry_id = '$13$';
    update audit_seal set entry_ids = array_remove(entry_ids, '$13$'), chain = overlay(chain placing '' from 97 for 32) where seal_no = 2`,
    'REORDERED',
    14,
  ],
  ['inserts an entry', copyOf('$8$'), 'NOT_IN_CHAIN', NEW],
  [
    'inserts an entry and lets it wait',
    `${copyOf('$8$')}; insert into audit_pending (entry_id) values ('${NEW}')`,
    'ALTERED',
    NEW,
  ],
  [
    'inserts an entry into a seal',
    `${copyOf('$8$')};
    update audit_seal set entry_ids = '${NEW}'::uuid || entry_ids, chain = substring(chain from 1 for 32) || chain where seal_no = 3`,
    'ALTERED',
    NEW,
  ],
  [
    'appends a sealed entry again',
    `
    update audit_seal set entry_ids = entry_ids || '$20$'::uuid, chain = chain || substring(chain from 1 for 32) where seal_no = 3`,
    'REORDERED',
    20,
  ],
  ['exchanges two places in a seal', swap(2, '$12$', '$16$'), 'REORDERED', 16],
  ['exchanges two places and their links', `${swap(1, '$0$', '$9$')}; ${withLinks(1, 0, 9)}`, 'REORDERED', 9],
  [
    'exchanges the contents of two seals',
    `
    update audit_seal set seal_no = -1 where seal_no = 1; update audit_seal set seal_no = 1 where seal_no = 2;
    update audit_seal set seal_no = 2 where seal_no = -1`,
    'SEAL_ALTERED',
    10,
  ],
  ['deletes a seal', 'delete from audit_seal where seal_no = 2', 'SEAL_MISSING', 10],
  [
    'deletes a seal with its entries',
    `
    delete from audit_entry where entry_id in (select unnest(entry_ids) from audit_seal where seal_no = 2);
    delete from audit_seal where seal_no = 2`,
    'SEAL_MISSING',
    20,
  ],
  ['deletes the first seal', 'delete from audit_seal where seal_no = 1', 'SEAL_MISSING', 0],
  ['deletes the last seal', 'delete from audit_seal where seal_no = 3', 'NOT_IN_CHAIN', 20],
  ['deletes all seals', 'delete from audit_seal', 'NOT_IN_CHAIN', 0],
  [
    'cuts the last seal and its entries',
    `
    delete from audit_entry where entry_id in (select unnest(entry_ids) from audit_seal where seal_no = 3);
    delete from audit_seal where seal_no = 3`,
    'CUT',
    24,
  ],
  ['empties the whole log', 'truncate audit_entry, audit_pending, audit_seal', 'CUT', 24],
  ['changes a head', "update audit_seal set head = sha256('x') where seal_no = 3", 'SEAL_ALTERED', 24],
  ['changes a previous head', "update audit_seal set previous = sha256('x') where seal_no = 2", 'SEAL_ALTERED', 10],
  ['changes a start', "update audit_seal set start = sha256('x') where seal_no = 2", 'SEAL_ALTERED', 10],
  [
    'changes the time of a seal',
    "update audit_seal set sealed_at = sealed_at - interval '1 microsecond' where seal_no = 3",
    'SEAL_ALTERED',
    20,
  ],
  [
    'changes one bit of a link',
    'update audit_seal set chain = set_bit(chain, 700, 1 - get_bit(chain, 700)) where seal_no = 2',
    'REORDERED',
    12,
  ],
];

describe('the verification of the access log, against a superuser', () => {
  let db: TestDatabase;
  let ids: string[];
  let anchor: AuditAnchor | undefined;

  beforeAll(async () => {
    db = await testDatabase('audit', accessMigrations);
    const audit = anAudit(db.database);
    const sealer = aSealer(db.database, { batchSize: 10 });
    const write = async (times: number, from: number) => {
      for (let i = 0; i < times; i++)
        await db.database.transaction(async (tx) =>
          audit.record(tx, aCaller('MED_INST', { requestId: `request-${from + i}` }), {
            action: 'record.read',
            resource: 'record',
            elderId: ELDER,
            resourceId: HOME,
            outcome: 'ALLOWED',
            code: 'CONSENT',
            rule: 'REC-08',
          }),
        );
    };
    await write(25, 0);
    for (let i = 0; i < 3; i++) await sealer.sealBatch();
    anchor = sealer.anchor;
    await write(5, 25);
    ids = (await db.asSuperuser<{ id: string }>('select entry_id as id from audit_entry order by entry_id')).map(
      (row) => row.id,
    );
    for (const table of TABLES) await db.asSuperuser(`create table ${table}_kept as table ${table}`);
  });
  afterAll(() => db.drop());
  afterEach(async () => {
    await db.asSuperuser(`truncate ${TABLES.join(', ')}`);
    for (const table of TABLES)
      await db.asSuperuser(`insert into ${table} overriding system value table ${table}_kept`);
  });

  it('finds nothing wrong with the log as it was written', async () => {
    expect(await verifyAudit(db.database, KEY, anchor)).toEqual({ ok: true, entries: 30, seals: 3 });
  });

  it.each(TAMPERINGS)('notices who %s', async (_, sql, reason, named) => {
    await db.asSuperuser(sql.replace(/\$(\d+)\$/g, (__, n: string) => ids[Number(n)] as string));
    const entryId = typeof named === 'number' ? ids[named] : named;
    expect(await verifyAudit(db.database, KEY, anchor)).toMatchObject({ ok: false, firstAltered: { entryId, reason } });
  });

  it('notices an entry that was made to be sealed a second time', async () => {
    await db.asSuperuser(`truncate audit_pending; insert into audit_pending (entry_id) values ('${ids[3]}')`);
    const sealer = aSealer(db.database);
    await sealer.sealBatch();
    const report = await verifyAudit(db.database, KEY, sealer.anchor);
    expect(report.firstAltered).toEqual({ entryId: ids[3], reason: 'SEALED_TWICE' });
  });

  it('notices a log that was written anew under another key, from the first entry on', async () => {
    const report = await verifyAudit(db.database, auditKey('another secret of the same length', 'test'), anchor);
    expect(report.firstAltered).toEqual({ entryId: ids[0], reason: 'SEAL_ALTERED' });
  });

  it('cannot see a cut at the end without the anchor, which is why there is one', async () => {
    await db.asSuperuser(
      `delete from audit_entry where entry_id in (select unnest(entry_ids) from audit_seal where seal_no = 3)`,
    );
    await db.asSuperuser('delete from audit_seal where seal_no = 3');
    expect((await verifyAudit(db.database, KEY)).ok).toBe(true);
    expect((await verifyAudit(db.database, KEY, anchor)).ok).toBe(false);
  });
});
