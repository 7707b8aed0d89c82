import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aHouse, anElder, anInstitution, type House } from '../testing/named.js';
import { aCaller, type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { Story } from '../testing/story.js';

let stack: ServiceStack;
let house: House;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack, { hospital: 50, care: 50 });
}, 120_000);
afterAll(() => stack.stop());

const aStory = async (of: House = house) => new Story(stack, of, await anElder(stack, of.home.id));

it('takes in a resident: bed, stay, care state and relation', async () => {
  const story = await aStory();
  const answer = await story.moveIn();
  expect(answer).toMatchObject({ status: 201, body: { use: 'OCCUPIED', bedKind: 'CARE', elderId: story.elder.id } });
  expect(await story.careState()).toMatchObject({ state: 'RESIDENT_STABLE', institutionId: house.home.id });
  const said = await stack.said(EVENT.bedUseChangedV1, String(answer.body['id']));
  expect(said).toMatchObject([{ use: 'OCCUPIED', institutionId: house.home.id, division: '421202' }]);
  const list = await stack.call(house.home.caller, 'GET', `/v1/bed-uses?institutionId=${house.home.id}&limit=1`);
  expect(list.body).toMatchObject({ items: [{ elderId: story.elder.id, use: 'OCCUPIED' }] });
});

it('REF-06 refuses an elder who already lives somewhere', async () => {
  const story = await aStory();
  await story.moveIn();
  expect(await story.moveIn()).toMatchObject({ status: 409, body: { code: 'ELDER_LIVES_ELSEWHERE' } });
});

it('C20 lets one of many move-ins of one elder at once through', async () => {
  const story = await aStory();
  const answers = await Promise.all(Array.from({ length: 12 }, () => story.moveIn()));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
});

it('refuses when no bed is free, and names homes that have one', async () => {
  const full = await aHouse(stack, { care: 1 });
  await (await aStory(full)).moveIn();
  const refused = await (await aStory(full)).moveIn();
  expect(refused).toMatchObject({ status: 409, body: { code: 'NO_FREE_BED', inputs: { bedKind: 'CARE' } } });
  expect(refused.body['alternatives']).toContainEqual({
    institutionId: house.home.id,
    bedKind: 'CARE',
    free: expect.any(Number),
  });
});

it('answers a repeated call with the same bytes and takes no second bed', async () => {
  const story = await aStory();
  const body = { elderId: story.elder.id, institutionId: house.home.id, bedKind: 'CARE', admittedOn: story.today };
  const key = newId();
  const [first, again] = [
    await stack.call(house.home.caller, 'POST', '/v1/stays', { body, key }),
    await stack.call(house.home.caller, 'POST', '/v1/stays', { body, key }),
  ];
  expect(again).toEqual(first);
  expect(await stack.own.asSuperuser('select from bed_use where elder_id = $1', [story.elder.id])).toHaveLength(1);
});

it('refuses a medical bed, a future day, a hospital’s client and another home’s elder', async () => {
  const story = await aStory();
  expect(await story.moveIn({ bedKind: 'MEDICAL' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'bedKind' }] },
  });
  expect(await story.moveIn({ admittedOn: '2024-12-31' })).toMatchObject({
    status: 422,
    body: { code: 'DATE_IN_FUTURE' },
  });
  expect(await story.moveIn({ admittedOn: '2024-02-30' })).toMatchObject({ status: 400 });
  const body = { elderId: story.elder.id, institutionId: house.hospital.id, bedKind: 'CARE', admittedOn: story.today };
  expect(await stack.call(house.hospital.caller, 'POST', '/v1/stays', { body })).toMatchObject({ status: 403 });
});

it('C27 closes a pending referral to another home when a home takes the elder in', async () => {
  const story = await aStory();
  const other = await anInstitution(stack, { kind: 'CARE_HOME', side: 'CARE', beds: { CARE: 3 } });
  const lateral = { direction: 'DOWN', indications: ['CHRONIC_MANAGEMENT'], stage: 'STABLE', urgency: 'EMERGENCY' };
  const asked = await story.request({ ...lateral, toInstitutionId: other.id });
  expect(asked).toMatchObject({ status: 201, body: { status: 'ACCEPTED', bedUseId: expect.any(String) } });
  expect((await story.moveIn()).status).toBe(201);
  const { body } = await stack.call(house.infirmary.caller, 'GET', `/v1/referrals/${String(asked.body['id'])}`);
  expect(body).toMatchObject({ status: 'CLOSED', reasonCode: 'ADMITTED_ELSEWHERE' });
  expect(await story.pool(other, 'CARE')).toMatchObject({ held: 0, free: 3 });
});

it('tells an elder in nobody’s care as at home, to those who know them, and to nobody else', async () => {
  const story = await aStory();
  expect(await story.careState()).toEqual({
    elderId: story.elder.id,
    state: 'HOME_CARE',
    since: null,
    institutionId: null,
    stage: null,
    referralId: null,
  });
  const url = `/v1/care-states/${story.elder.id}`;
  expect(await stack.call(house.hospital.caller, 'GET', url)).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND' },
  });
  expect(await stack.call(aCaller('ELDER', { elderId: story.elder.id }), 'GET', url)).toMatchObject({ status: 200 });
  expect(await stack.call(aCaller('ELDER', { elderId: newId() }), 'GET', url)).toMatchObject({ status: 404 });
});
