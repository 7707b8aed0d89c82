import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, anAssessment, anAssessor, anElder, aPlace, assess, assessor, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
beforeAll(async () => {
  stack = await startRecords();
  home = await aPlace(stack, 'CARE');
}, 120_000);
afterAll(() => stack.stop());

it('records 70 points with confirmed dementia as level 2 and says why', async () => {
  const elderId = await anElder(stack, home);
  const assessorId = await anAssessor(stack);
  const answer = await assess(stack, elderId, anAssessment(assessorId));
  expect(answer).toMatchObject({
    status: 201,
    etag: '"1"',
    body: {
      ...{ elderId, assessorId, scale: 'GBT42195-2022', level: 2, initialLevel: 1, total: 70, validTo: '2027-03-01' },
      adjustments: [{ rule: 'C.4(b)', from: 1, to: 2 }],
      because: {
        ...{ rule: 'REC-14', source: 'GB/T 42195-2022', clause: 'C.2, C.4(b)' },
        inputs: { total: 70, dementia: true, adjustmentMode: 'single', validityMonths: 12 },
      },
    },
  });
  expect(answer.headers['location']).toBe(`/v1/elders/${elderId}/assessments`);
  const said = await stack.said(EVENT.recordAssessmentCompletedV1, elderId);
  expect(said).toEqual([
    {
      ...{ elderId, assessmentId: answer.body['id'], assessorId, scale: 'GBT_42195', scaleVersion: '2022' },
      ...{ level: 2, assessedOn: '2026-03-01', validTo: '2027-03-01' },
    },
  ]);
});

it('REG-54 refuses an assessor who is not in the register', async () => {
  const elderId = await anElder(stack, home);
  expect(await assess(stack, elderId, anAssessment(newId()))).toMatchObject({
    status: 422,
    body: { code: 'ASSESSOR_NOT_LISTED', rule: 'REG-54', clause: '003篇十一' },
  });
});

it('REG-54 refuses a certificate that was not valid on the day, on both sides of its first day', async () => {
  const elderId = await anElder(stack, home);
  const assessorId = await anAssessor(stack);
  const on = (assessedOn: string) => assess(stack, elderId, anAssessment(assessorId, { assessedOn }));
  // The demonstration policy has the rule from 2026 on; Shanghai’s own row is tested in the decision.
  expect((await on('2026-01-01')).status).toBe(201);
  await stack.own.asSuperuser(`update assessor_copy set valid_from = '2026-02-02' where assessor_id = $1`, [
    assessorId,
  ]);
  expect(await on('2026-02-01')).toMatchObject({
    status: 422,
    body: { code: 'ASSESSOR_CERTIFICATE_NOT_VALID', rule: 'REG-54', inputs: { validFrom: '2026-02-02' } },
  });
  expect((await on('2026-02-02')).status).toBe(201);
});

it('REG-54 refuses an assessor of the elder’s own home, of its unit and of its host', async () => {
  const elderId = await anElder(stack, home);
  const infirmary = await aPlace(stack, 'MEDICAL', home.id);
  for (const { id } of [home, infirmary])
    expect(await assess(stack, elderId, anAssessment(await anAssessor(stack, id)))).toMatchObject({
      status: 422,
      body: { code: 'ASSESSOR_IS_PROVIDER', rule: 'REG-54' },
    });
  const other = await aPlace(stack, 'CARE');
  expect((await assess(stack, elderId, anAssessment(await anAssessor(stack, other.id)))).status).toBe(201);
});

it('REG-54 does not bind a region that has not adopted it', async () => {
  const elsewhere = { residenceRegion: '421202', insuredRegion: '421202' };
  const elderId = await anElder(stack, home, elsewhere);
  await stack.own.asSuperuser(`update elder set residence_region = '420102' where id = $1`, [elderId]);
  const caller = aCaller('CIVIL_AFFAIRS', { region: '420102', purpose: 'ASSESSMENT' });
  const body = anAssessment(await anAssessor(stack, home.id));
  expect((await stack.call(caller, 'POST', `/v1/elders/${elderId}/assessments`, { body })).status).toBe(201);
});

it.each([
  ['a total above 90', { total: 91 }, 'total'],
  ['both items and total', { items: { 'B.1.1': 4 } }, 'items'],
  ['neither', { total: undefined }, 'items'],
  ['an item above its maximum', { total: undefined, items: { 'B.1.1': 5 } }, 'items.B.1.1'],
  ['another scale', { scale: 'MZT039-2013' }, 'scale'],
  ['an unknown field', { diagnosis: 'F00' }, 'diagnosis'],
])('answers 400 to %s and names the field', async (_, of, path) => {
  const elderId = await anElder(stack, home);
  const refused = await assess(stack, elderId, anAssessment(await anAssessor(stack), of));
  expect(refused).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
  expect(refused.body['fields']).toContainEqual(expect.objectContaining({ path }));
});

it('refuses a day that has not come: tomorrow, not today', async () => {
  const elderId = await anElder(stack, home);
  const assessorId = await anAssessor(stack);
  const on = (assessedOn: string) => assess(stack, elderId, anAssessment(assessorId, { assessedOn }));
  expect(await on('2026-03-02')).toMatchObject({ status: 422, body: { code: 'DATE_IN_FUTURE' } });
  expect((await on('2026-03-01')).status).toBe(201);
});

it('pages newest first, and a foreign cursor is malformed', async () => {
  const elderId = await anElder(stack, home);
  const assessorId = await anAssessor(stack);
  for (const assessedOn of ['2026-01-10', '2026-02-10', '2026-02-10'])
    await assess(stack, elderId, anAssessment(assessorId, { assessedOn }));
  const list = (query: string) => stack.call(assessor(), 'GET', `/v1/elders/${elderId}/assessments?${query}`);
  const first = await list('limit=2');
  expect(first.body).toMatchObject({ items: [{ assessedOn: '2026-02-10' }, { assessedOn: '2026-02-10' }] });
  const rest = await list(`limit=2&cursor=${String(first.body['nextCursor'])}`);
  expect(rest.body).toMatchObject({ items: [{ assessedOn: '2026-01-10' }], nextCursor: null });
  expect((await list('cursor=e30')).status).toBe(400);
  const wrongKinds = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
  expect((await list(`cursor=${wrongKinds}`)).status).toBe(400);
});

it('REC-14 shows the level in force through its last day and none after it', async () => {
  const elderId = await anElder(stack, home);
  await assess(stack, elderId, anAssessment(await anAssessor(stack)));
  const level = async () => (await stack.call(home.caller, 'GET', `/v1/elders/${elderId}`)).body['abilityLevel'];
  await stack.at('2027-03-01T15:59:55Z');
  expect(await level()).toBe(2);
  await stack.at('2027-03-01T16:00:00Z');
  expect(await level()).toBeNull();
});
