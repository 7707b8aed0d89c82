import { rlsContext, systemContext, type Caller, type RlsContext } from '@yiyang/access';
import {
  aCaller,
  addDocument,
  anAcceptedReferral,
  anAssessment,
  anAssessor,
  anElder,
  aPlace,
  assess,
  giveConsent,
  record,
  type Place,
} from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

const TABLES = ['elder', 'person_key', 'elder_relation', 'read_grant', 'consent', 'assessment', 'document'] as const;

let stack: ServiceStack;
let home: Place;
let hospital: Place;
let elderId: string;
beforeAll(async () => {
  stack = await startRecords();
  home = await aPlace(stack, 'CARE');
  hospital = await aPlace(stack, 'MEDICAL');
  elderId = await anElder(stack, home);
  await giveConsent(stack, home, elderId);
  await addDocument(stack, home, elderId);
  await assess(stack, elderId, anAssessment(await anAssessor(stack)));
  await anAcceptedReferral(stack, elderId, home, hospital);
  await stack.until('select 1 from access_log where elder_id = $1', [elderId]);
}, 120_000);
afterAll(() => stack.stop());

/** Rows about the elder by table, as the app role sees them without any filter of ours. */
async function visible(context: RlsContext | undefined): Promise<Record<string, number>> {
  const { database } = stack.service.parts;
  return database.transaction(async (tx) => {
    if (context) tx.actAs(context);
    const counts: Record<string, number> = {};
    for (const table of [...TABLES, 'access_log', 'person_index', 'match_case', 'elder_client']) {
      const column = table === 'elder' ? 'id' : 'elder_id';
      counts[table] = Number(
        (await tx.one<{ n: bigint }>(`select count(*) as n from ${table} where ${column} = $1`, [elderId])).n,
      );
    }
    return counts;
  });
}

const nonEmpty = async (context: RlsContext | undefined) =>
  Object.entries(await visible(context)).flatMap(([table, count]) => (count > 0 ? [table] : []));
const seenBy = (caller: Caller) => nonEmpty(rlsContext(caller));

it('shows no personal row without a context, nor to another institution, region or person', async () => {
  const stranger = (await aPlace(stack, 'CARE')).caller;
  const strangers = [stranger, aCaller('HEALTH', { region: '500229' }), aCaller('CIVIL_AFFAIRS', { region: '421281' })];
  expect(await nonEmpty(undefined)).toEqual([]);
  for (const caller of [...strangers, aCaller('ELDER', { elderId: home.id, region: '' }), aCaller('INTEGRATOR')])
    expect([caller.role, await seenBy(caller)]).toEqual([caller.role, []]);
});

it('shows each reader the tables that the policy opens to them', async () => {
  const records = [...TABLES];
  // An institution sees its own ties to the elder, not what ties others.
  expect(await seenBy(home.caller)).toEqual(records.filter((table) => table !== 'read_grant'));
  expect(await seenBy(hospital.caller)).toEqual(records.filter((table) => table !== 'elder_relation'));
  expect(await seenBy(aCaller('HEALTH'))).toEqual(records);
  expect(await seenBy(aCaller('CIVIL_AFFAIRS'))).toEqual(records.filter((table) => table !== 'document'));
  expect(await seenBy(aCaller('INSURANCE'))).toEqual(['elder', 'person_key', 'elder_relation', 'read_grant']);
  expect(await seenBy(aCaller('ELDER', { elderId, region: '' }))).toEqual([...records, 'access_log']);
  expect(await nonEmpty(systemContext('test'))).toEqual([...records, 'access_log', 'person_index']);
});

it('answers 404 by the second wall alone when the row filter is mutated away', async () => {
  const stranger = await aPlace(stack, 'CARE');
  const { database } = stack.service.parts;
  const mutated = new Map<string, string>();
  const transaction = database.transaction.bind(database);
  // Every statement with the filter of RELATION loses it on its way to the server; its parameter stays used.
  database.transaction = (work) =>
    transaction((tx) => {
      const many = tx.many.bind(tx);
      tx.many = (sql, params) => {
        const without = sql.replace(
          /exists \(select from open_relation[^)]*any\((\$\d+)::uuid\[\]\)\)/,
          '$1::uuid[] is not null',
        );
        if (without !== sql) mutated.set(sql, without);
        return many(without, params);
      };
      return work(tx);
    });
  try {
    for (const path of ['', '/record', '/assessments', '/consents'])
      expect((await stack.call(stranger.caller, 'GET', `/v1/elders/${elderId}${path}`)).status).toBe(404);
    expect((await stack.call(home.caller, 'GET', record(elderId))).status).toBe(200);
  } finally {
    database.transaction = transaction;
  }
  expect(mutated.size).toBeGreaterThan(0);
});

it('takes from the app role what a stranger would write for another elder', async () => {
  const stranger = (await aPlace(stack, 'CARE')).caller;
  const write = stack.service.parts.database.transaction(async (tx) => {
    tx.actAs(rlsContext(stranger));
    await tx.many(
      `insert into consent (id, version, elder_id, giver_kind, recipients, purposes, data_classes, consent_version,
         valid_from, given_at, residence_region, insured_region)
       values (gen_random_uuid(), 1, $1, 'ELDER', '{CARE_INST}', '{CARE_DELIVERY}', '{HEALTH_STATUS}', 99,
         '2026-03-01', now(), '421202', '421202')`,
      [elderId],
    );
  });
  await expect(write).rejects.toThrow('row-level security');
});
