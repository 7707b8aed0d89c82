import type { Caller } from '@yiyang/access';
import { rlsContext, systemContext } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { aHouse, anElder, anInstitution, type House } from './testing/named.js';
import { aCaller, type ServiceStack, startReferral } from './testing/referral-stack.js';
import { A_PLAN, Story } from './testing/story.js';

let stack: ServiceStack;
let house: House;
let story: Story;
let id: string;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack);
  // Lives in 碧江 (520602), is insured in 咸宁 (421200), is treated in 咸安 (421202).
  const elder = await anElder(stack, house.home.id, { residenceRegion: '520602', insuredRegion: '421200' });
  story = new Story(stack, house, elder);
  await story.moveIn();
  id = String((await story.request()).body['id']);
  await story.act(house.hospital, id, 'accept');
  await story.act(house.infirmary, id, 'dispatch', { plan: A_PLAN });
  await story.act(house.hospital, id, 'receive');
  await story.act(house.hospital, id, 'admit', { admittedOn: story.today });
}, 120_000);
afterAll(() => stack.stop());

const get = (caller: Caller, url: string) => stack.call(caller, 'GET', url);
const department = (role: 'HEALTH' | 'CIVIL_AFFAIRS' | 'INSURANCE', region: string) =>
  aCaller(role, { region, purpose: 'SUPERVISION' });
const HEALTH_FIELDS = ['stage', 'indications', 'dischargeStandard'];

it.each([
  ['HEALTH', '421202', 200],
  ['HEALTH', '421200', 200],
  ['HEALTH', '520000', 200],
  ['HEALTH', '421221', 404],
  ['HEALTH', '500000', 404],
  ['CIVIL_AFFAIRS', '520602', 200],
  ['CIVIL_AFFAIRS', '520600', 200],
  ['CIVIL_AFFAIRS', '330105', 404],
  ['INSURANCE', '421200', 200],
  ['INSURANCE', '421202', 404],
  ['INSURANCE', '520602', 404],
] as const)('%s of %s reads the referral: %i, without health fields', async (role, region, status) => {
  const answer = await get(department(role, region), `/v1/referrals/${id}`);
  expect(answer.status).toBe(status);
  for (const field of HEALTH_FIELDS) expect(answer.body).not.toHaveProperty(field);
  const list = await get(department(role, region), `/v1/referrals?inbox=${house.hospital.id}`);
  expect((list.body['items'] as unknown[]).length).toBe(status === 200 ? 1 : 0);
});

it('shows the parties everything, the escort too, and a stranger nothing', async () => {
  const own = await get(house.hospital.caller, `/v1/referrals/${id}`);
  expect(own.body).toMatchObject({ stage: 'TREATMENT', plan: { transport: 'AMBULANCE', escort: '护士一名' } });
  const stranger = await anInstitution(stack);
  const unknown = await get(house.hospital.caller, '/v1/referrals/01935b6e-7a00-7000-8000-000000000301');
  const notTheirs = await get(stranger.caller, `/v1/referrals/${id}`);
  expect([notTheirs.status, notTheirs.body['code'], notTheirs.body['title']]).toEqual([
    404,
    unknown.body['code'],
    unknown.body['title'],
  ]);
  expect((await get(stranger.caller, '/v1/referrals')).body['items']).toEqual([]);
});

it('shows the elder their own referral, and an integrator none', async () => {
  expect(await get(aCaller('ELDER', { elderId: story.elder.id }), `/v1/referrals/${id}`)).toMatchObject({
    status: 200,
  });
  expect(await get(aCaller('INTEGRATOR'), `/v1/referrals/${id}`)).toMatchObject({ status: 403 });
});

it.each([
  ['HEALTH', '520602', { status: 200, body: { state: 'INPATIENT' } }],
  ['HEALTH', '421202', { status: 404 }],
  ['CIVIL_AFFAIRS', '520600', { status: 200, body: { state: 'INPATIENT' } }],
  ['INSURANCE', '421200', { status: 200 }],
  ['INSURANCE', '520602', { status: 404 }],
] as const)('%s of %s asks for the care state', async (role, region, expected) => {
  const answer = await get(department(role, region), `/v1/care-states/${story.elder.id}`);
  expect(answer).toMatchObject(expected);
  if (role === 'INSURANCE') expect(answer.body).not.toHaveProperty('state');
});

it('tells the department of a new residence where the elder is, though the state was recorded before the move', async () => {
  const other = await aHouse(stack);
  const lived = { residenceRegion: '520602', insuredRegion: '520602' };
  const moved = new Story(stack, other, await anElder(stack, other.home.id, lived));
  await moved.moveIn();
  const elderId = moved.elder.id;
  const facts = { birthYear: 1949, scheme: 'RESIDENT', personType: 'RESIDENT' } as const;
  await stack.say(EVENT.elderRegisteredV1, { elderId, residenceRegion: '330105', insuredRegion: '520602', ...facts });
  await stack.until(`select 1 from elder_copy where elder_id = $1 and residence_region = '330105'`, [elderId]);
  const url = `/v1/care-states/${elderId}`;
  expect(await get(department('HEALTH', '330105'), url)).toMatchObject({
    status: 200,
    body: { state: 'RESIDENT_STABLE' },
  });
  expect(await get(department('HEALTH', '520602'), url)).toMatchObject({ status: 404 });
});

it('keeps ledgers and beds to the institution, and their numbers open to all', async () => {
  const { home, hospital } = house;
  const items = async (caller: Caller, url: string) =>
    ((await get(caller, url)).body['items'] as unknown[] | undefined)?.length;
  expect(await items(hospital.caller, `/v1/ledger-entries?institutionId=${hospital.id}`)).toBe(1);
  expect(await items(hospital.caller, `/v1/ledger-entries?institutionId=${house.infirmary.id}`)).toBe(0);
  expect(await items(department('HEALTH', '421202'), `/v1/ledger-entries?institutionId=${hospital.id}`)).toBe(1);
  expect(await items(department('HEALTH', '330105'), `/v1/ledger-entries?institutionId=${hospital.id}`)).toBe(0);
  expect(await items(hospital.caller, `/v1/bed-uses?institutionId=${home.id}`)).toBe(0);
  expect(await items(home.caller, `/v1/bed-uses?institutionId=${home.id}`)).toBe(1);
  expect(await items(aCaller('INTEGRATOR'), `/v1/bed-uses/summary?institutionId=${home.id}`)).toBe(1);
});

describe('row-level security, with the filter gone', () => {
  const TABLES = ['referral', 'bed_use', 'stay', 'care_state', 'ledger_entry'];
  const rowsAs = (context: Readonly<Record<string, string>> | undefined, table: string) =>
    stack.service.parts.database.transaction(async (tx) => {
      if (context) tx.actAs(context);
      return (await tx.many(`select from ${table}`)).length;
    });

  it.each(TABLES)('%s has no row for nobody and for strangers, and rows for the platform', async (table) => {
    const stranger = await anInstitution(stack);
    expect(await rowsAs(undefined, table)).toBe(0);
    expect(await rowsAs(rlsContext(stranger.caller), table)).toBe(0);
    expect(await rowsAs(rlsContext(department('HEALTH', '330105')), table)).toBe(0);
    expect(await rowsAs(rlsContext(aCaller('INTEGRATOR')), table)).toBe(0);
    expect(await rowsAs(systemContext('referral'), table)).toBeGreaterThan(0);
  });

  it('leaves nothing of the platform’s view behind after counting beds', async () => {
    const seen = await stack.service.parts.database.transaction(async (tx) => {
      tx.actAs(rlsContext(house.infirmary.caller));
      await tx.many('select * from bed_pools($1, null)', [[house.home.id]]);
      return (await tx.many('select from bed_use')).length;
    });
    expect(seen).toBe(0);
  });
});

it('writes an access entry for every look and every refusal', async () => {
  const entries = () =>
    stack.own.asSuperuser<{ action: string; outcome: string }>(
      'select action, outcome from audit_entry order by entry_id',
    );
  const before = (await entries()).length;
  await get(house.hospital.caller, `/v1/referrals/${id}`);
  await get((await anInstitution(stack)).caller, `/v1/referrals/${id}`);
  const added = (await entries()).slice(before);
  expect(added.map(({ outcome }) => outcome)).toEqual(['ALLOWED', 'REFUSED']);
});

it('keeps the escort sealed in the database', async () => {
  const [row] = await stack.own.asSuperuser<{ text: string }>(
    'select row_to_json(r)::text as text from referral r where id = $1',
    [id],
  );
  expect(row?.text).not.toContain('护士');
  const events = await stack.own.asSuperuser<{ envelope: string }>('select envelope from outbox');
  expect(events.some(({ envelope }) => envelope.includes('护士'))).toBe(false);
});
