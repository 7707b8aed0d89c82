import { aHouse, anElder, anInstitution, type House } from '../testing/named.js';
import { type Answered, type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { Story } from '../testing/story.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startReferral();
}, 120_000);
afterAll(() => stack.stop());

/** Requested referrals of as many elders, all to the hospital of the house. */
async function requested(house: House, count: number): Promise<{ story: Story; id: string }[]> {
  const stories = await Promise.all(
    Array.from({ length: count }, async () => new Story(stack, house, await anElder(stack, house.home.id))),
  );
  return Promise.all(
    stories.map(async (story) => {
      const { body } = await story.request();
      return { story, id: String(body['id']) };
    }),
  );
}

const statuses = (answers: Answered[]) => answers.map(({ status }) => status).sort();

it('REF-05 of two acceptances for the last bed one is 200, the other 409 with what is free elsewhere', async () => {
  const house = await aHouse(stack, { hospital: 1 });
  const near = await anInstitution(stack, { beds: { MEDICAL: 3 } });
  await anInstitution(stack, { beds: { MEDICAL: 9 }, operation: 'SUSPENDED' });
  await anInstitution(stack, { beds: { MEDICAL: 9 }, division: '421221' });
  const waiting = await requested(house, 2);
  const answers = await Promise.all(
    waiting.map(({ story, id }) => story.act(house.hospital, id, 'accept', { bedKind: 'MEDICAL' })),
  );
  expect(statuses(answers)).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409)?.body;
  expect(refused).toMatchObject({
    code: 'NO_FREE_BED',
    owner: 'receiver',
    rule: 'REF-05',
    inputs: { bedKind: 'MEDICAL', free: 0 },
  });
  const alternatives = refused?.['alternatives'] as { institutionId: string }[];
  expect(alternatives).toContainEqual({ institutionId: near.id, bedKind: 'MEDICAL', free: 3 });
  expect(alternatives.length).toBeLessThanOrEqual(5);
  expect(alternatives.every((other) => Object.keys(other).sort().join() === 'bedKind,free,institutionId')).toBe(true);
  expect(alternatives.map(({ institutionId }) => institutionId)).not.toContain(house.hospital.id);
});

it('C20 gives the last bed to one of 100 parallel acceptances, and the sum holds at every read', async () => {
  const house = await aHouse(stack, { hospital: 1 });
  const waiting = await requested(house, 100);
  let isOver = false;
  const watch = (async () => {
    const seen: number[] = [];
    while (!isOver) {
      const pool = (await waiting[0]?.story.pool(house.hospital)) as Record<string, number>;
      const { operating, blocked, held, occupied, kept, free } = pool as Record<
        'operating' | 'blocked' | 'held' | 'occupied' | 'kept' | 'free',
        number
      >;
      expect(free + held + occupied + kept + blocked).toBe(operating);
      seen.push(free);
    }
    return seen;
  })();
  const answers = await Promise.all(
    waiting.map(({ story, id }) => story.act(house.hospital, id, 'accept', { bedKind: 'MEDICAL' })),
  );
  isOver = true;
  const seen = await watch;
  expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1);
  expect(statuses(answers).filter((status) => status === 409)).toHaveLength(99);
  expect(answers.filter(({ status }) => status === 409).every(({ body }) => body['code'] === 'NO_FREE_BED')).toBe(true);
  expect(Math.min(...seen)).toBe(0);
  expect(
    await stack.own.asSuperuser(`select from bed_use where institution_id = $1 and use <> 'RELEASED'`, [
      house.hospital.id,
    ]),
  ).toHaveLength(1);
});

// Seen to fail without the lock on the inventory row: the constraint then still keeps two people out of one bed, but it
// refuses emergencies that should have been told that there is no bed.
it('C20 fills every bed but the blocked ones from parallel acceptances, each with a number of its own', async () => {
  const house = await aHouse(stack, { hospital: 0 });
  const ward = await anInstitution(stack, { beds: { MEDICAL: 12 }, blocked: 2 });
  const waiting = await Promise.all(
    Array.from(
      { length: 20 },
      async () => new Story(stack, { ...house, hospital: ward }, await anElder(stack, house.home.id)),
    ),
  );
  const answers = await Promise.all(waiting.map((story) => story.request({ urgency: 'EMERGENCY' })));
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect(answers.filter(({ body }) => body['bedUseId'] !== null)).toHaveLength(10);
  expect(await waiting[0]?.pool(ward)).toEqual({
    bedKind: 'MEDICAL',
    operating: 12,
    blocked: 2,
    held: 10,
    occupied: 0,
    kept: 0,
    free: 0,
  });
  const slots = await stack.own.asSuperuser<{ slot: number }>(
    'select slot from bed_use where institution_id = $1 order by slot',
    [ward.id],
  );
  expect(slots.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it('C25 gives the bed back on cancellation, to be taken by the next', async () => {
  const house = await aHouse(stack, { hospital: 1 });
  const [first, second] = await requested(house, 2);
  if (!first || !second) throw new Error('two stories are needed');
  await first.story.act(house.hospital, first.id, 'accept', {});
  expect(await second.story.act(house.hospital, second.id, 'accept', {})).toMatchObject({ status: 409 });
  await first.story.act(house.infirmary, first.id, 'cancel', { reasonCode: 'PATIENT_WITHDRAW' });
  expect(await second.story.act(house.hospital, second.id, 'accept', {})).toMatchObject({ status: 200 });
});
