import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { CHONGQING_DISTRICT } from '@yiyang/region-policy';
import { aCaller, ServiceStack, type Answered } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { anInstitution } from '../testing/an-institution.js';

const XIANNING_SET = '00000000-0000-7000-8000-000000421200';
const MONTHS = 'designation.minOperatingMonths';
const NOTICE = { document: '咸政发〔2026〕1号', clause: '(三)' };
const xianning = aCaller('HEALTH', { region: '421200' });
const hubei = aCaller('HEALTH', { region: '420000' });
const xianan = aCaller('INSURANCE', { region: '421202' });

let stack: ServiceStack;
beforeAll(async () => {
  stack = await ServiceStack.start(institutionRegistry, { at: '2026-03-02T01:00:00Z' });
});
afterAll(() => stack.stop());

const proposed = (key: string, value: unknown, of: object = {}) => ({
  ...{ key, value, validFrom: '2026-03-01' },
  ...NOTICE,
  ...of,
});
const draft = (division: string, values: object[], caller = xianning) =>
  stack.call(caller, 'POST', '/v1/policies/drafts', { body: { division, values } });
const act = (of: Answered, action: string, caller = xianning) =>
  stack.call(caller, 'POST', `/v1/policies/drafts/${of.id}/${action}`, { ifMatch: of.etag, body: {} });
const resolve = async (division: string, key: string, on: string) =>
  (await stack.call(xianan, 'GET', `/v1/policies/resolve?division=${division}&key=${key}&on=${on}`)).body;
const read = (id: string, query = '') => stack.call(xianan, 'GET', `/v1/policies/sets/${id}${query}`);
const end = (set: Answered, body: object, caller = xianning) =>
  stack.call(caller, 'POST', `/v1/policies/sets/${set.id}/end-value`, { body, ifMatch: set.etag });

it('GOV-15 the P-03 value for Nanjing shows its source document 宁政办发〔2017〕105号', async () => {
  expect(await resolve('320106', 'healthManagementRateTarget65', '2026-03-01')).toMatchObject({
    value: { share: '0.70' },
    source: { document: '宁政办发〔2017〕105号', clause: '二(一)' },
  });
  const answer = await stack.call(aCaller('PUBLIC'), 'GET', '/v1/policies/documents?division=320106&on=2026-03-01');
  const items = answer.body['items'] as { document: string; division: string; values: { row: string }[] }[];
  expect(items.find(({ division }) => division === '320100')).toMatchObject({ document: '宁政办发〔2017〕105号' });
  const rows = items.find(({ division }) => division === '320100')?.values.map(({ row }) => row);
  expect(rows).toEqual(expect.arrayContaining(['P-03', 'P-25', 'P-46']));
});

it('GOV-15 a draft is published as the next version of its division, one event for each value', async () => {
  const drafted = await draft('421202', [proposed('fireDrillMonths', 6), proposed('rules.REG-47', true)], xianan);
  expect(drafted).toMatchObject({ status: 201, body: { status: 'DRAFT', baseVersion: 1, version: 1 } });
  expect(await resolve('421202', 'fireDrillMonths', '2026-03-02')).toMatchObject({ value: 12 });
  const published = await act(drafted, 'publish', xianan);
  expect(published).toMatchObject({ status: 200, body: { status: 'PUBLISHED', publishedVersion: 2 } });
  expect(await resolve('421202', 'fireDrillMonths', '2026-03-02')).toMatchObject({ value: 6, source: NOTICE });
  expect(await resolve('421202', 'fireDrillMonths', '2026-02-28')).toMatchObject({ value: 12 });
  expect(await resolve('421221', 'fireDrillMonths', '2026-03-02')).toMatchObject({ value: 12 });
  const said = (await stack.said(EVENT.regionPolicyValuePublishedV1)).filter(({ version }) => version === 2);
  expect(said.map(({ division, key, value, document }) => [division, key, value, document])).toEqual([
    ['421202', 'fireDrillMonths', 6, NOTICE.document],
    ['421202', 'rules.REG-47', true, NOTICE.document],
  ]);
  expect(await act(published, 'publish', xianan)).toMatchObject({ status: 409, body: { code: 'POLICY_DRAFT_STATE' } });
});

it('GOV-15 refuses a value without its document, an unknown key, another shape; nothing is stored', async () => {
  const none = await draft('421200', [proposed(MONTHS, 2), proposed('fireDrillMonths', 6, { clause: undefined })]);
  expect(none).toMatchObject({
    status: 422,
    body: { code: 'POLICY_SOURCE_MISSING', rule: 'GOV-15', fields: [{ path: 'values[1].document' }] },
  });
  expect(await draft('421200', [proposed('minMonths', 2)])).toMatchObject({
    status: 400,
    body: { code: 'POLICY_KEY_UNKNOWN', fields: [{ path: 'values[0].key' }], inputs: { keys: ['minMonths'] } },
  });
  expect(await draft('421200', [proposed(MONTHS, 'three')])).toMatchObject({
    status: 422,
    body: { code: 'POLICY_VALUE_INVALID', fields: [{ path: 'values[0].value' }], inputs: { keys: [MONTHS] } },
  });
  expect((await draft('421200', [])).status).toBe(400);
  expect((await draft('429999', [proposed(MONTHS, 2)])).status).toBe(400);
  expect((await draft('421200', [proposed(MONTHS, 2, { validFrom: '2199-01-01' })])).status).toBe(400);
  const rows = await stack.own.asSuperuser(`select from policy_draft where division = '421200'`);
  expect(rows).toHaveLength(0);
});

it('lets only a department of the division or above decide, and shows drafts to nobody else', async () => {
  expect(await draft('421200', [proposed(MONTHS, 2)], xianan)).toMatchObject({ status: 403 });
  expect((await draft('421200', [proposed(MONTHS, 2)], aCaller('HEALTH', { region: '421300' }))).status).toBe(403);
  expect((await draft('421200', [proposed(MONTHS, 2)], aCaller('CARE_INST', { organisationId: newId() }))).status).toBe(
    403,
  );
  const province = await draft('421200', [proposed(MONTHS, 2)], hubei);
  expect(province.status).toBe(201);
  const path = `/v1/policies/drafts/${province.id}`;
  expect((await stack.call(xianan, 'GET', path)).status).toBe(404);
  expect((await act(province, 'publish', xianan)).status).toBe(404);
  expect((await stack.call(xianning, 'GET', path)).body).toMatchObject({
    values: [{ key: MONTHS, row: 'P-10', value: 2, source: NOTICE }],
  });
  const listed = async (caller = xianning) =>
    ((await stack.call(caller, 'GET', '/v1/policies/drafts')).body['items'] as { id: string }[]).map(({ id }) => id);
  expect(await listed()).toContain(province.id);
  expect(await listed(xianan)).not.toContain(province.id);
});

it('changes and discards a draft by its version', async () => {
  const drafted = await draft('421200', [proposed(MONTHS, 2)]);
  const url = `/v1/policies/drafts/${drafted.id}`;
  const body = { values: [proposed(MONTHS, 1)] };
  const replaced = await stack.call(xianning, 'PUT', url, { body, ifMatch: drafted.etag });
  expect(replaced).toMatchObject({ status: 200, etag: '"2"', body: { values: [{ value: 1 }] } });
  expect((await stack.call(xianning, 'PUT', url, { body, ifMatch: drafted.etag })).status).toBe(412);
  expect((await stack.call(xianning, 'PUT', url, { body })).status).toBe(428);
  const discarded = await act(replaced, 'discard');
  expect(discarded).toMatchObject({ status: 200, body: { status: 'DISCARDED' } });
  expect((await act(discarded, 'publish')).status).toBe(409);
});

it('publishes one of two drafts made on the same version, also at once', async () => {
  const drafts = await Promise.all([1, 2].map((months) => draft('422801', [proposed(MONTHS, months)], hubei)));
  const answers = await Promise.all(drafts.map((one) => act(one, 'publish', hubei)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'POLICY_SET_CHANGED' });
  const said = await stack.said(EVENT.regionPolicyValuePublishedV1);
  expect(said.filter(({ division }) => division === '422801')).toHaveLength(1);
});

it('replays an old decision by its version, whatever holds today', async () => {
  const before = await resolve('421221', MONTHS, '2026-03-02');
  expect(before).toMatchObject({ value: 3, version: `${XIANNING_SET}@1` });
  await act(await draft('421200', [proposed(MONTHS, 0)]), 'publish');
  expect(await resolve('421221', MONTHS, '2026-03-02')).toMatchObject({ value: 0, version: `${XIANNING_SET}@2` });
  const replay = (version: string) =>
    stack.call(xianan, 'GET', `/v1/policies/resolve?key=${MONTHS}&version=${version}`);
  expect((await replay(`${XIANNING_SET}@1`)).body).toMatchObject({
    value: 3,
    division: '421200',
    source: { document: '003篇六 咸宁市', clause: '(十五)' },
  });
  expect((await replay(`${XIANNING_SET}@2`)).body).toMatchObject({ value: 0 });
  expect((await replay(`${XIANNING_SET}@9`)).status).toBe(404);
  expect((await replay('x@1')).status).toBe(400);
  expect((await stack.call(xianan, 'GET', `/v1/policies/resolve?key=${MONTHS}`)).status).toBe(400);
});

it('reads a set as of any version, with its versions and who published them', async () => {
  const latest = await read(XIANNING_SET);
  expect(latest).toMatchObject({ status: 200, body: { division: '421200', name: 'XIANNING', asOfVersion: 2 } });
  const versions = latest.body['versions'] as { version: number; role: string | null }[];
  expect(versions.map(({ version, role }) => [version, role])).toEqual([
    [2, 'HEALTH'],
    [1, null],
  ]);
  const months = async (query: string) =>
    ((await read(XIANNING_SET, query)).body['values'] as { key: string; value: unknown }[]).find(
      ({ key }) => key === MONTHS,
    )?.value;
  expect([await months(''), await months('?version=1')]).toEqual([0, 3]);
  expect((await read(XIANNING_SET, '?version=3')).status).toBe(404);
  expect((await read(newId())).status).toBe(404);
  expect(await stack.statementsOf(() => read(XIANNING_SET))).toHaveLength(1);
});

it('ends a value on a day: from the next on the division above answers', async () => {
  const set = await read(XIANNING_SET);
  const of = { ...set, id: XIANNING_SET };
  expect((await end(of, { key: MONTHS, lastDay: '2026-02-28' })).status).toBe(422);
  expect((await end(of, { key: MONTHS, lastDay: '2026-06-30' }, xianan)).status).toBe(403);
  expect((await end(of, { key: 'ltci.nothing', lastDay: '2026-06-30' })).status).toBe(404);
  const ended = await end(of, { key: MONTHS, lastDay: '2026-06-30' });
  expect(ended).toMatchObject({ status: 200, etag: '"3"' });
  expect((await end(of, { key: MONTHS, lastDay: '2026-06-29' })).status).toBe(412);
  const on = async (day: string) => {
    const { value, source } = (await resolve('421221', MONTHS, day)) as { value: number; source: { document: string } };
    return [value, source.document];
  };
  expect([await on('2026-02-28'), await on('2026-03-01'), await on('2026-06-30'), await on('2026-07-01')]).toEqual([
    [3, '003篇六 咸宁市'],
    [0, NOTICE.document],
    [0, NOTICE.document],
    [3, 'project default'],
  ]);
  expect(await end({ ...ended, id: XIANNING_SET }, { key: MONTHS, lastDay: '2026-06-30' })).toMatchObject({
    status: 409,
    body: { code: 'POLICY_VALUE_ENDED' },
  });
});

it('binds the plan of the unnamed district to a division, and no set that is no template', async () => {
  const wanzhou = aCaller('CIVIL_AFFAIRS', { region: '500101' });
  const bind = (id: string, body: object, caller = wanzhou) =>
    stack.call(caller, 'POST', `/v1/policies/sets/${id}/bind`, { body });
  const body = { division: '500101', validFrom: '2026-01-01' };
  expect((await bind(CHONGQING_DISTRICT.id, body, xianan)).status).toBe(403);
  expect(await bind(XIANNING_SET, body)).toMatchObject({ status: 422, body: { code: 'POLICY_NOT_A_TEMPLATE' } });
  expect((await bind(newId(), body)).status).toBe(404);
  const bound = await bind(CHONGQING_DISTRICT.id, body);
  expect(bound).toMatchObject({ status: 201, body: { division: '500101', version: 1 } });
  expect(await resolve('500101', 'lifeExpectancyTarget', '2026-03-01')).toMatchObject({
    value: '78.5',
    source: { document: '003篇九 重庆市某区' },
    policySetId: bound.id,
  });
  expect(
    (await stack.call(xianan, 'GET', `/v1/policies/resolve?division=500102&key=lifeExpectancyTarget&on=2026-03-01`))
      .status,
  ).toBe(404);
  const versions = (await read(bound.id)).body['versions'];
  expect(versions).toMatchObject([{ version: 1, templateId: CHONGQING_DISTRICT.id }]);
});

it('looks at the institutions again when a value is published and on the day that it begins or has ended', async () => {
  const { id } = await anInstitution(stack, { division: '421222' });
  // A review that found no later day ends, any other has set its clock to that day.
  const reviewedSince = (instant: Date) =>
    stack.until(
      `select 1 from deadline where kind = 'institution.review' and subject_id = $1 and started_at >= $2
         and (breached_at is not null or due_at > started_at)`,
      [id, instant],
    );
  const publishedAt = stack.now;
  const values = [proposed('fireDrillMonths', 6, { validFrom: '2026-03-10', validTo: '2026-03-19' })];
  await act(await draft('421222', values), 'publish');
  await reviewedSince(publishedAt);
  for (const day of ['2026-03-10', '2026-03-20']) {
    const begins = new Date(`${day}T00:00:00+08:00`);
    await stack.at(begins);
    await reviewedSince(begins);
  }
  const [turn] = await stack.own.asSuperuser<{ isOver: boolean }>(
    `select breached_at is not null as "isOver" from deadline d join policy_set s on s.id = d.subject_id
     where d.kind = 'policy.turn' and s.division = '421222'`,
  );
  expect(turn?.isOver).toBe(true);
});

it('lists sets page by page, by division too, and the parameters with their rows', async () => {
  const names: string[] = [];
  let cursor = '';
  do {
    const { body } = await stack.call(
      aCaller('PUBLIC'),
      'GET',
      `/v1/policies/sets?limit=5${cursor && `&cursor=${cursor}`}`,
    );
    names.push(...(body['items'] as { name: string }[]).map(({ name }) => name));
    cursor = (body['nextCursor'] ?? '') as string;
  } while (cursor !== '');
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining(['PROJECT-DEFAULT', 'WENSHAN', 'CHONGQING-DISTRICT', 'DIVISION-500101']),
  );
  const one = await stack.call(xianan, 'GET', '/v1/policies/sets?division=532600');
  expect(one.body).toMatchObject({ items: [{ name: 'WENSHAN', version: 1 }] });
  const { body } = await stack.call(xianan, 'GET', '/v1/policies/parameters');
  expect(body['items']).toEqual(expect.arrayContaining([{ key: MONTHS, row: 'P-10', zh: '申请定点前正式运营月数' }]));
});

it('publishes each value and its event by one statement, and repeats the answer to the same call', async () => {
  const drafted = await draft('421223', [proposed('fireDrillMonths', 6), proposed(MONTHS, 1)]);
  const url = `/v1/policies/drafts/${drafted.id}/publish`;
  const publish = () => stack.call(xianning, 'POST', url, { ifMatch: drafted.etag, body: {}, key: 'publish-once' });
  let first: Answered | undefined;
  const statements = await stack.statementsOf(async () => (first = await publish()));
  expect(statements.filter((sql) => /into (outbox|policy_value)\b/.test(sql))).toHaveLength(4);
  expect(statements).toHaveLength(14);
  expect((await publish()).text).toBe(first?.text);
});
