import { EVENT } from '@yiyang/contracts';
import { aCaller } from '@yiyang/testing';
import { aHouse, anElder, type House } from '../testing/named.js';
import { type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { A_PLAN, Story } from '../testing/story.js';

let stack: ServiceStack;
let house: House;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack, { hospital: 5 });
}, 120_000);
afterAll(() => stack.stop());

async function asked(of: object = {}) {
  const story = new Story(stack, house, await anElder(stack, house.home.id));
  const { body } = await story.request(of);
  return { story, id: String(body['id']) };
}

const missed = (id: string) => stack.said(EVENT.referralResponseDeadlineMissedV1, id);
const statusOf = async (id: string) =>
  (await stack.own.asSuperuser<{ status: string }>('select status from referral where id = $1', [id]))[0]?.status;
const free = async (story: Story) => (await story.pool(house.hospital))?.['free'];

it('REF-14 answered at 29 minutes: no breach, then or later', async () => {
  const { story, id } = await asked();
  await stack.pass({ minutes: 29 });
  await stack.sweep();
  expect(await story.act(house.hospital, id, 'reject', { reasonCode: 'BED_FULL' })).toMatchObject({ status: 200 });
  await stack.pass({ minutes: 5 });
  await stack.sweep();
  expect(await missed(id)).toEqual([]);
});

it('REF-14 not answered at 31 minutes: one breach event, the request stays open', async () => {
  const { story, id } = await asked();
  await stack.pass({ minutes: 31 });
  await stack.sweep();
  await stack.sweep();
  expect(await missed(id)).toMatchObject([{ referralId: id, dueAt: expect.any(String), missedAt: expect.any(String) }]);
  const accepted = await story.act(house.hospital, id, 'accept');
  expect(accepted.status).toBe(200);
  expect(await missed(id)).toHaveLength(1);
  await story.act(house.infirmary, id, 'cancel', { reasonCode: 'FORM_ERROR' });
});

it('REF-14 answered at 31 minutes before anybody swept: one breach event all the same', async () => {
  const { story, id } = await asked();
  await stack.pass({ minutes: 31 });
  await story.act(house.hospital, id, 'reject', { reasonCode: 'BED_FULL' });
  await stack.sweep();
  expect(await missed(id)).toHaveLength(1);
});

it('REF-14 shows the department of the receiving region what is due and who must answer', async () => {
  const { story, id } = await asked();
  const due = async (region: string) => {
    const url = '/v1/deadlines?state=RUNNING&kind=referral.answer&limit=200';
    const { body } = await stack.call(aCaller('HEALTH', { region }), 'GET', url);
    return (body['items'] as { subjectId: string }[]).filter((item) => item.subjectId === id);
  };
  expect(await due('421202')).toMatchObject([{ ownerId: house.hospital.id, rule: 'REF-14', division: '421202' }]);
  expect(await due('360100')).toEqual([]);
  await story.act(house.infirmary, id, 'cancel', { reasonCode: 'FORM_ERROR' });
  expect(await due('421202')).toEqual([]);
});

it('expires an upward request after 24 hours, not before', async () => {
  const { id } = await asked();
  await stack.pass({ hours: 23, minutes: 59 });
  await stack.sweep();
  expect(await statusOf(id)).toBe('REQUESTED');
  await stack.pass({ minutes: 2 });
  await stack.sweep();
  expect(await statusOf(id)).toBe('EXPIRED');
  expect(await stack.said(EVENT.referralExpiredV1, id)).toMatchObject([{ reasonCode: 'NO_ANSWER' }]);
});

it('REF-05 gives a held bed back after 24 hours; the referral stays accepted and finds a new bed at dispatch', async () => {
  const { story, id } = await asked();
  const before = await free(story);
  await story.act(house.hospital, id, 'accept');
  expect(await free(story)).toBe(Number(before) - 1);
  await stack.pass({ hours: 24, minutes: 1 });
  await stack.sweep();
  expect(await free(story)).toBe(before);
  expect(await statusOf(id)).toBe('ACCEPTED');
  expect(await story.act(house.infirmary, id, 'dispatch', { plan: A_PLAN })).toMatchObject({
    status: 200,
    body: { bedUseId: expect.any(String) },
  });
  expect(await free(story)).toBe(Number(before) - 1);
  await story.act(house.hospital, id, 'receive');
});

it('REF-05 keeps the bed of an elder on the way, and gives it back when nobody arrives in 7 days', async () => {
  const { story, id } = await asked();
  const before = await free(story);
  await story.act(house.hospital, id, 'accept');
  await story.act(house.infirmary, id, 'dispatch', { plan: A_PLAN });
  await stack.pass({ days: 6 });
  await stack.sweep();
  expect(await free(story)).toBe(Number(before) - 1);
  await stack.pass({ days: 1, minutes: 1 });
  await stack.sweep();
  expect(await statusOf(id)).toBe('CLOSED');
  expect(await stack.said(EVENT.referralClosedV1, id)).toMatchObject([{ reasonCode: 'NO_SHOW' }]);
  expect(await free(story)).toBe(before);
});

it('expires an acceptance that is not sent for 7 days', async () => {
  const { story, id } = await asked();
  await story.act(house.hospital, id, 'accept');
  await stack.pass({ days: 7, minutes: 1 });
  await stack.sweep();
  expect(await statusOf(id)).toBe('EXPIRED');
  expect(await story.request()).toMatchObject({ status: 201 });
});

it('REF-24 notes papers that did not come in 24 hours', async () => {
  const { id } = await asked({ urgency: 'EMERGENCY' });
  const papersMissed = () =>
    stack.own.asSuperuser('select from referral where id = $1 and papers_missed_at is not null', [id]);
  await stack.pass({ hours: 23 });
  await stack.sweep();
  expect(await papersMissed()).toHaveLength(0);
  await stack.pass({ hours: 1, minutes: 1 });
  await stack.sweep();
  expect(await papersMissed()).toHaveLength(1);
});
