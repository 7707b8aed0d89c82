import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, anElder, aPlace, record, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
beforeAll(async () => {
  stack = await startRecords({ policies: false });
  home = await aPlace(stack, 'CARE');
}, 120_000);
afterAll(() => stack.stop());

const path = (elderId: string) => `/v1/elders/${elderId}/access-log`;
const self = (elderId: string) => aCaller('ELDER', { elderId, region: '' });
const logged = (elderId: string, action: string) =>
  stack.until('select 1 from access_log where elder_id = $1 and action = $2', [elderId, action]);

it('C49 shows the person every look with institution and purpose, refused ones and their own reading too', async () => {
  const elderId = await anElder(stack, home);
  const stranger = await aPlace(stack, 'MEDICAL');
  await stack.call(home.caller, 'GET', `/v1/elders/${elderId}`);
  await stack.call(stranger.caller, 'GET', record(elderId));
  await logged(elderId, 'record.read');
  await stack.call(self(elderId), 'GET', path(elderId));
  await logged(elderId, 'access-log.read');
  const log = await stack.call(self(elderId), 'GET', path(elderId));
  const look = { role: 'CARE_INST', organisationId: home.id, purpose: 'CARE', outcome: 'ALLOWED', emergency: false };
  expect(log.body['items']).toMatchObject([
    { action: 'access-log.read', role: 'ELDER', purpose: 'SELF', outcome: 'ALLOWED' },
    { action: 'record.read', role: 'MED_INST', organisationId: stranger.id, purpose: 'TREATMENT', outcome: 'REFUSED' },
    { ...look, action: 'elder.read' },
    { ...look, action: 'elder.register' },
  ]);
});

it('takes looks of other services, once each, and pages them newest first', async () => {
  const elderId = await anElder(stack, home);
  const looks = ['2026-02-01', '2026-02-02', '2026-02-03'].map((day) => ({
    ...{ entryId: newId(), at: `${day}T00:00:00.000Z`, role: 'INSURANCE', purpose: 'SETTLEMENT' },
    ...{ action: 'claim.read', outcome: 'ALLOWED' as const, emergency: false },
  }));
  await stack.say(EVENT.accessRecordedV1, { elderId, entries: looks });
  await stack.say(EVENT.accessRecordedV1, { elderId, entries: looks });
  await logged(elderId, 'elder.register');
  await stack.until('select 1 from access_log where elder_id = $1 having count(*) = 4', [elderId]);
  const first = await stack.call(self(elderId), 'GET', `${path(elderId)}?limit=2`);
  const next = await stack.call(
    self(elderId),
    'GET',
    `${path(elderId)}?limit=2&cursor=${String(first.body['nextCursor'])}`,
  );
  const ats = [first, next].flatMap(({ body }) => (body['items'] as { at: string }[]).map(({ at }) => at));
  expect(ats).toEqual([...ats].sort().reverse());
  expect(new Set(ats).size).toBe(4);
});

it('C49 shows nobody else’s log, and institutions and departments none', async () => {
  const [own, other] = [await anElder(stack, home), await anElder(stack, home)];
  expect((await stack.call(self(own), 'GET', path(other))).status).toBe(404);
  for (const caller of [home.caller, aCaller('HEALTH'), aCaller('CIVIL_AFFAIRS'), aCaller('INSURANCE')])
    expect((await stack.call(caller, 'GET', path(own))).status).toBe(403);
});
