import { anAssessor, anElder, aPlace, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
beforeAll(async () => {
  stack = await startRecords({ policies: false });
  home = await aPlace(stack, 'CARE');
}, 120_000);
afterAll(() => stack.stop());

it.each([
  ['institution-copy', ['institution_copy', 'assessor_copy']],
  ['access-log', ['access_log']],
])('rebuilds the copy %s from its events', async (consumer, tables) => {
  await aPlace(stack, 'MEDICAL', home.id);
  await anAssessor(stack);
  const elderId = await anElder(stack, home);
  await stack.until('select 1 from access_log where elder_id = $1', [elderId]);
  await stack.until('select 1 where not exists (select from audit_pending)');
  await stack.until('select 1 where not exists (select from outbox where sent_at is null)');
  const rows = async () =>
    Promise.all(tables.map((table) => stack.own.asSuperuser(`select t::text as row from ${table} t order by 1`)));
  const before = await rows();
  expect(before.every(({ length }) => length > 0)).toBe(true);
  // A row that no event ever told of shows that the copy was really emptied.
  if (consumer === 'access-log')
    await stack.own.asSuperuser(
      `insert into access_log values (gen_random_uuid(), $1, now(), 'X', null, null, 'X', 'X', 'ALLOWED', false)`,
      [elderId],
    );
  else await stack.own.asSuperuser(`update institution_copy set division = '999999'`);
  await stack.service.parts.messaging.rebuild(consumer);
  for (const [i, table] of tables.entries())
    await stack.until(`select 1 from ${table} having count(*) = ${before[i]?.length ?? 0}`);
  expect(await rows()).toEqual(before);
});
