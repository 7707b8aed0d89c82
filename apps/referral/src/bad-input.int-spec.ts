import fc from 'fast-check';
import { newId } from '@yiyang/persistence';
import { aHouse, anElder, type House } from './testing/named.js';
import { type ServiceStack, startReferral } from './testing/referral-stack.js';
import { A_PLAN, aRequest, Story } from './testing/story.js';

let stack: ServiceStack;
let house: House;
let story: Story;
let id: string;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack);
  story = new Story(stack, house, await anElder(stack, house.home.id));
  id = String((await story.request()).body['id']);
  await story.act(house.hospital, id, 'accept');
}, 120_000);
afterAll(() => stack.stop());

const post = (url: string, body: unknown, ifMatch = '"2"') =>
  stack.call(house.home.caller, 'POST', url, { body: body as object, ifMatch });

it.each([
  [{ plan: { departAt: 5 } }, 'plan.departAt'],
  [{ plan: { departAt: '2024-02-31T09:00:00+08:00' } }, 'plan.departAt'],
  [{ plan: { departAt: '2024-03-02' } }, 'plan.departAt'],
  [{ plan: { departAt: '9999-12-31T00:00:00Z' } }, 'plan.departAt'],
  [{ plan: { transport: 'ROCKET' } }, 'plan.transport'],
  [{ plan: { escort: 'x'.repeat(201) } }, 'plan.escort'],
  [{ plan: { documents: 'REFERRAL_RECORD' } }, 'plan.documents'],
  [{ plan: { documents: Array.from({ length: 21 }, (_, i) => `d${i}`) } }, 'plan.documents'],
  [{ plan: { ...A_PLAN, driver: 'x' } }, 'plan.driver'],
  [{ plan: [] }, 'plan'],
  [{ status: 'COMPLETED' }, 'status'],
])('dispatch with %j is refused and names %s', async (body, path) => {
  const answer = await post(`/v1/referrals/${id}/dispatch`, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
  expect((answer.body['fields'] as { path: string }[]).map((fault) => fault.path)).toContain(path);
});

it.each([
  [{ indications: ['HEADACHE'] }, 'indications'],
  [{ indications: ['POST_SURGERY', 'POST_SURGERY'] }, 'indications'],
  [{ stage: 'LATER' }, 'stage'],
  [{ direction: 'MED_TO_CARE' }, 'direction'],
  [{ elderId: "1'; drop table referral --" }, 'elderId'],
  [{ consentId: '=cmd()' }, 'consentId'],
  [{ bedKind: 'MATTRESS' }, 'bedKind'],
])('a request with %j is refused and names %s', async (of, path) => {
  const answer = await post('/v1/referrals', aRequest(story.elder, house.infirmary, house.hospital, of));
  expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
  expect((answer.body['fields'] as { path: string }[]).map((fault) => fault.path)).toContain(path);
});

it.each([
  `/v1/referrals?limit=1000000`,
  `/v1/referrals?limit=x`,
  `/v1/referrals?cursor=zzz`,
  `/v1/referrals?cursor=${Buffer.from('["not a uuid"]').toString('base64url')}`,
  `/v1/referrals?inbox=1`,
  `/v1/referrals?status=OPEN`,
  `/v1/referrals?unknown=1`,
  `/v1/referrals/1`,
  `/v1/bed-uses`,
  `/v1/bed-uses/summary?institutionId=x`,
  `/v1/care-states/x`,
])('GET %s is a malformed request', async (url) => {
  expect((await stack.call(house.home.caller, 'GET', url)).status).toBe(400);
});

it('asks for version and key, and knows an old version', async () => {
  const url = `/v1/referrals/${id}/dispatch`;
  expect(await stack.call(house.home.caller, 'POST', url, { body: {} })).toMatchObject({ status: 428 });
  expect(await post(url, {}, '"1"')).toMatchObject({ status: 412, body: { code: 'VERSION_CHANGED' } });
  expect(await post(url, {}, '2')).toMatchObject({ status: 412 });
});

it('takes a step without a body as one that says nothing', async () => {
  const answer = await stack.call(house.home.caller, 'POST', `/v1/referrals/${id}/dispatch`, { ifMatch: '"2"' });
  expect(answer).toMatchObject({ status: 422, body: { code: 'TRANSFER_PLAN_INCOMPLETE' } });
});

it('answers whatever JSON with a problem of the caller’s, never with a failure, and stores nothing', async () => {
  const steps = ['accept', 'reject', 'cancel', 'dispatch', 'receive', 'admit', 'complete'];
  const urls = ['/v1/referrals', '/v1/stays', ...steps.map((step) => `/v1/referrals/${newId()}/${step}`)];
  const count = () =>
    stack.own.asSuperuser('select (select count(*) from referral) r, (select count(*) from bed_use) b');
  const before = await count();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...urls), fc.jsonValue({ maxDepth: 3 }), async (url, body) => {
      const { status } = await post(url, body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
  expect(await count()).toEqual(before);
});
