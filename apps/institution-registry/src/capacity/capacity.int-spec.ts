import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { anInstitutionWithBeds, type Furnished } from '../testing/institution-with-beds.js';

const anybody = aCaller('PUBLIC', { region: '' });
const searcher = aCaller('MED_INST', { organisationId: newId() });
let stack: ServiceStack;
beforeAll(async () => {
  stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T01:00:00Z' });
}, 120_000);
afterAll(() => stack.stop());

type Item = Record<string, unknown> & { institutionId: string };
const search = async (query: string) => {
  const answered = await stack.call(searcher, 'GET', `/v1/capacity?${query}`);
  return { status: answered.status, body: answered.body, items: (answered.body['items'] ?? []) as Item[] };
};
const idsOf = async (query: string) => (await search(query)).items.map(({ institutionId }) => institutionId);

/** Puts something of an institution in the version that is there now. */
async function put({ id, caller }: Furnished, path: string, body: object) {
  const { etag: ifMatch } = await stack.call(searcher, 'GET', `/v1/institutions/${id}`);
  const answered = await stack.call(caller, 'PUT', `/v1/institutions/${id}/${path}`, { body, ifMatch });
  if (answered.status !== 200) throw new Error(answered.text);
}
const offer = (of: Furnished, kind: string, to: object) =>
  put(of, `beds/${kind}/offer`, { gender: 'ANY', needsAssessment: false, hasWaitlist: false, ...to });

async function use({ id: institutionId }: Furnished, bedKind: string, count: number) {
  const from = stack.now.toISOString();
  for (let i = 0; i < count; i++) {
    const facts = { bedUseId: newId(), elderId: newId(), institutionId, bedKind, from, division: '330105' };
    await stack.say(EVENT.bedUseChangedV1, { ...facts, use: 'OCCUPIED' });
  }
  await stack.settled();
}
const priced = (of: Furnished, bedKind: string, priceFen: number) =>
  stack.call({ ...of.caller, purpose: 'ADMINISTRATION' }, 'POST', '/v1/price-lists', {
    body: {
      ...{ institutionId: of.id, validFrom: '2024-03-01' },
      items: [
        {
          code: 'BED',
          name: '床位费',
          itemClass: 'BED_FEE',
          bedKind,
          unit: 'DAY',
          priceFen,
          approvalReference: '浙发改',
        },
      ],
    },
  });

it('C21 answers has, none, waitlist and needs assessment for many institutions at once, with the age of the figures', async () => {
  const division = '330106';
  const homes = [];
  for (let i = 0; i < 4; i++) {
    homes.push(await anInstitutionWithBeds(stack, { kind: 'CARE_HOME', division, beds: { CARE: 2 } }));
  }
  const [has, asks, waits, none] = homes as [Furnished, Furnished, Furnished, Furnished];
  await offer(asks, 'CARE', { needsAssessment: true });
  await offer(waits, 'CARE', { needsAssessment: true, hasWaitlist: true });
  for (const full of [waits, none]) await use(full, 'CARE', 2);
  const { items } = await search(`kind=CARE&division=${division}`);
  expect(Object.fromEntries(items.map(({ institutionId, answer }) => [institutionId, answer]))).toEqual({
    [has.id]: 'HAS',
    [asks.id]: 'NEEDS_ASSESSMENT',
    [waits.id]: 'WAITLIST',
    [none.id]: 'NONE',
  });
  expect(items.find(({ institutionId }) => institutionId === none.id)).toMatchObject({
    ...{ operating: 2, blocked: 0, held: 0, occupied: 2, kept: 0, free: 0, ageSeconds: expect.any(Number) },
  });
  expect(Math.max(...items.map(({ ageSeconds }) => Number(ageSeconds)))).toBeLessThan(60);
  expect((await idsOf(`kind=CARE&division=${division}&minFree=1`)).sort()).toEqual([has.id, asks.id].sort());
  expect(await idsOf(`kind=CARE&division=${division}&minFree=3`)).toEqual([]);
});

it('C21 looks at division, sex, price, designation and agreement', async () => {
  const division = '330108';
  const of = { kind: 'NURSING_HOSPITAL', division, beds: { NURSING: 10 } } as const;
  const [one, other] = [await anInstitutionWithBeds(stack, of), await anInstitutionWithBeds(stack, of)];
  const found = (query: string) => idsOf(`kind=NURSING&division=${division}&${query}`);
  expect((await found('')).sort()).toEqual([one.id, other.id].sort());
  expect(await idsOf('kind=NURSING&division=330109')).toEqual([]);
  expect(await idsOf('kind=REHAB&division=330108')).toEqual([]);

  await offer(one, 'NURSING', { gender: 'FEMALE' });
  expect((await found('gender=FEMALE')).sort()).toEqual([one.id, other.id].sort());
  expect(await found('gender=MALE')).toEqual([other.id]);

  expect((await priced(one, 'NURSING', 8000)).status).toBe(201);
  expect(await found('maxDailyFen=8000')).toEqual([one.id]);
  expect(await found('maxDailyFen=7999')).toEqual([]);

  const designationId = newId();
  const designated = { designationId, institutionId: one.id } as const;
  const open = { ...designated, schemes: ['RESIDENT' as const], activatedOn: '2024-03-01' };
  await stack.say(EVENT.designationActivatedV1, open);
  await stack.settled();
  expect(await found('designatedFor=RESIDENT')).toEqual([one.id]);
  expect(await found('designatedFor=EMPLOYEE')).toEqual([]);
  const stop = { ...designated, effectiveOn: '2024-03-01', reasonCode: 'VIOLATION' };
  await stack.say(EVENT.designationSuspendedV1, stop);
  await stack.settled();
  expect(await found('designatedFor=RESIDENT')).toEqual([]);
  await stack.say(EVENT.designationTerminatedV1, { ...stop, effectiveOn: '2024-04-01' });
  await stack.settled();
  expect(await found('designatedFor=RESIDENT')).toEqual([]);
  await stack.say(EVENT.designationActivatedV1, open);
  await stack.say(EVENT.designationTerminatedV1, { ...stop, effectiveOn: '2024-03-02' });
  await stack.settled();
  expect(await found('designatedFor=RESIDENT')).toEqual([one.id]);

  const home = await anInstitutionWithBeds(stack, { kind: 'CARE_HOME', division, beds: { CARE: 1 } });
  await stack.own.asSuperuser(
    `insert into agreement (id, care_institution_id, medical_institution_id, types, items, mechanisms, content, way, cost,
       duties, valid_from, valid_to, division, status)
     select uuidv7(), $1, $2, '{}', '{}', '{}', '', '', '', '', '2024-01-01', '2024-03-01', $3, 'SIGNED'`,
    [home.id, one.id, division],
  );
  expect(await found(`agreementWith=${home.id}`)).toEqual([one.id]);
  expect(await found(`agreementWith=${newId()}`)).toEqual([]);
});

it('C21 finds by distance, nearest first, up to and including the limit', async () => {
  const near = await anInstitutionWithBeds(stack, { beds: { HOSPICE: 3 }, division: '330110' });
  const far = await anInstitutionWithBeds(stack, { beds: { HOSPICE: 3 }, division: '330102' });
  await anInstitutionWithBeds(stack, { beds: { HOSPICE: 3 }, division: '330102' });
  await put(near, 'location', { latitude: 30.3, longitude: 120.1 });
  await put(far, 'location', { latitude: 30.4, longitude: 120.1 });
  const from = 'kind=HOSPICE&lat=30.31&lng=120.1';
  // One degree of latitude is 111.195 km.
  expect((await search(`${from}&maxKilometres=20`)).items).toMatchObject([
    { institutionId: near.id, kilometres: 1.112 },
    { institutionId: far.id, kilometres: 10.008 },
  ]);
  expect(await idsOf(`${from}&maxKilometres=10.008`)).toEqual([near.id, far.id]);
  expect(await idsOf(`${from}&maxKilometres=10.007`)).toEqual([near.id]);
  const first = await search(`${from}&maxKilometres=20&limit=1`);
  expect(await idsOf(`${from}&maxKilometres=20&limit=1&cursor=${String(first.body['nextCursor'])}`)).toEqual([far.id]);
});

it.each([
  ['kind=SPA', 'kind'],
  ['kind=CARE&division=999999', 'division'],
  ['kind=CARE&lat=30', 'lng'],
  ['kind=CARE&lat=91&lng=0&maxKilometres=1', 'lat'],
  ['kind=CARE&lat=30&lng=120&maxKilometres=301', 'maxKilometres'],
  ['kind=CARE&maxDailyFen=1.5', 'maxDailyFen'],
  ['kind=CARE&gender=ANY', 'gender'],
  ['kind=CARE&cursor=eyJ4IjoxfQ', 'cursor'],
])('answers 400 to %s and names %s', async (query, path) => {
  const { status, body } = await search(query);
  expect(status).toBe(400);
  expect((body['fields'] as { path: string }[]).map((field) => field.path)).toContain(path);
});

it('pages through all without losing or repeating one, each page by one statement', async () => {
  const division = '330122';
  const made: string[] = [];
  for (let i = 0; i < 7; i++)
    made.push((await anInstitutionWithBeds(stack, { division, beds: { REHAB: 5, MEDICAL: 5 } })).id);
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const page = await search(`kind=REHAB&division=${division}&limit=3${cursor}`);
    seen.push(...page.items.map(({ institutionId }) => institutionId));
    const { nextCursor } = page.body as { nextCursor: string | null };
    if (nextCursor === null) break;
    cursor = `&cursor=${nextCursor}`;
  }
  expect(seen).toEqual([...made].sort());
  const statements = await stack.statementsOf(() => search(`kind=REHAB&division=${division}`));
  expect(statements.filter((sql) => sql.includes('bed_inventory'))).toHaveLength(1);
  expect(statements.every((sql) => /bed_inventory|consumer_offset/.test(sql))).toBe(true);
});

it('REG-47 lists 20 rehabilitation beds with 14 in use as 6 free for ¥80, fresh, to whoever asks', async () => {
  const hospital = await anInstitutionWithBeds(stack, {
    ...{ name: '示范人民医院', division: '330105', beds: { REHAB: 20, MEDICAL: 50 } },
  });
  await use(hospital, 'REHAB', 14);
  expect((await priced(hospital, 'REHAB', 8000)).status).toBe(201);
  const answered = await stack.call(anybody, 'GET', '/v1/free-beds?division=330105&kind=REHAB');
  expect(answered.body).toEqual({
    items: [
      {
        institutionId: hospital.id,
        ...{ name: '示范人民医院', division: '330105', kind: 'REHAB', free: 6, priceFen: 8000, isFresh: true },
        updatedAt: expect.any(String),
      },
    ],
    nextCursor: null,
  });
  const all = await stack.call(anybody, 'GET', '/v1/free-beds?division=330100');
  expect((all.body['items'] as { kind: string }[]).map(({ kind }) => kind)).not.toContain('MEDICAL');
  expect((await stack.call(anybody, 'GET', '/v1/free-beds?division=330105&kind=MEDICAL')).body['items']).toEqual([]);
  expect((await stack.call(anybody, 'GET', '/v1/free-beds')).status).toBe(400);
  expect((await stack.call(anybody, 'GET', '/v1/capacity?kind=REHAB')).status).toBe(403);
});

it('REG-47 says free beds every 24 hours where the region wants them listed, and nowhere else', async () => {
  const [listed, other] = [
    await anInstitutionWithBeds(stack, { division: '330105', beds: { HOSPICE: 4, MEDICAL: 9 } }),
    await anInstitutionWithBeds(stack, { division: '330106', beds: { HOSPICE: 4 } }),
  ];
  const said = async (of: Furnished) => (await stack.said(EVENT.institutionFreeBedsListedV1, of.id)).length;
  const times = (count: number) =>
    stack.until('select 1 from outbox where aggregate_id = $1 and type = $2 having count(*) = $3', [
      ...[listed.id, EVENT.institutionFreeBedsListedV1, count],
    ]);
  for (const one of [other, listed]) await put(one, 'location', { latitude: 30, longitude: 120 });
  await times(1);
  expect(await stack.said(EVENT.institutionFreeBedsListedV1, listed.id)).toMatchObject([
    { bedKind: 'HOSPICE', free: 4, division: '330105' },
  ]);
  await stack.pass({ hours: 23, minutes: 59 });
  await stack.sweep();
  expect([await said(listed), await said(other)]).toEqual([1, 0]);
  await stack.pass({ minutes: 2 });
  await times(2);
  expect(await said(other)).toBe(0);
});
