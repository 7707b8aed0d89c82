import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aHouse, anElder, anInstitution, type House, type Named } from '../testing/named.js';
import { type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { Story } from '../testing/story.js';

let stack: ServiceStack;
let house: House;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack, { hospital: 0 });
}, 120_000);
afterAll(() => stack.stop());

/** Elders who ask to be taken in at once, so that each takes a bed if there is one. */
async function emergencies(ward: Named, count: number): Promise<Story[]> {
  return Promise.all(
    Array.from(
      { length: count },
      async () => new Story(stack, { ...house, hospital: ward }, await anElder(stack, house.home.id)),
    ),
  );
}
const arrive = (story: Story) => story.request({ urgency: 'EMERGENCY' });

/** The registry asks for fewer beds. @returns the id of its change. */
async function ask(ward: Named, count: number): Promise<string> {
  const bedChangeId = newId();
  const asked = { institutionId: ward.id, bedChangeId, bedKind: 'MEDICAL', count, effectiveOn: '2024-03-01' };
  await stack.say(EVENT.institutionBedReductionRequestedV1, asked);
  return bedChangeId;
}

async function answerTo(bedChangeId: string) {
  await stack.until('select 1 from outbox where aggregate_id = $1', [bedChangeId]);
  return (await stack.said(EVENT.bedUseReductionAnsweredV1, bedChangeId))[0];
}

/** The registry's inventory, said as the work of a change. */
async function settle(ward: Named, bedChangeId: string, operating: number): Promise<void> {
  const of = { institutionId: ward.id, bedKind: 'MEDICAL', effectiveOn: '2024-03-01', bedChangeId };
  const counts = { approved: operating, operating, blocked: 0, reserved: 0 };
  await stack.say(EVENT.institutionBedInventoryChangedV1, { ...of, ...counts });
  await stack.until('select 1 from bed_change_copy where bed_change_id = $1 and is_settled', [bedChangeId]);
}

it('REG-22 refuses 3 of 4 beds while 2 are held, confirms 2, and withholds them until they are gone', async () => {
  const ward = await anInstitution(stack, { beds: { MEDICAL: 4 } });
  const [first, second, third] = await emergencies(ward, 3);
  await Promise.all([first, second].map((story) => arrive(story as Story)));
  const refused = await answerTo(await ask(ward, 3));
  expect(refused).toMatchObject({ outcome: 'REFUSED', count: 3, spare: 2, bedKind: 'MEDICAL', division: '421202' });
  const change = await ask(ward, 2);
  expect(await answerTo(change)).toMatchObject({ outcome: 'CONFIRMED', count: 2, spare: 2 });
  expect(await first?.pool(ward)).toMatchObject({ operating: 4, blocked: 2, held: 2, free: 0 });
  expect((await arrive(third as Story)).body['bedUseId']).toBeNull();
  await settle(ward, change, 2);
  expect(await first?.pool(ward)).toMatchObject({ operating: 2, blocked: 0, held: 2, free: 0 });
});

it('gives the beds out again when the registry takes its change back', async () => {
  const ward = await anInstitution(stack, { beds: { MEDICAL: 2 } });
  const change = await ask(ward, 2);
  await answerTo(change);
  const [story] = await emergencies(ward, 1);
  expect(await story?.pool(ward)).toMatchObject({ blocked: 2, free: 0 });
  await settle(ward, change, 2);
  expect(await story?.pool(ward)).toMatchObject({ blocked: 0, free: 2 });
});

it('C20 of 100 parallel arrivals and 20 reductions no bed goes twice, and the sum holds at every read', async () => {
  const ward = await anInstitution(stack, { beds: { MEDICAL: 60 } });
  const waiting = await emergencies(ward, 100);
  let isOver = false;
  const watch = (async () => {
    for (let reads = 0; ; reads++) {
      const pool = (await waiting[0]?.pool(ward)) as Record<string, number>;
      const { operating = 0, blocked = 0, held = 0, occupied = 0, kept = 0, free = -1 } = pool;
      expect(free + held + occupied + kept + blocked).toBe(operating);
      expect(free).toBeGreaterThanOrEqual(0);
      if (isOver) return reads;
    }
  })();
  const work = async () => {
    const asked = Promise.all(Array.from({ length: 20 }, () => ask(ward, 3)));
    const arrived = await Promise.all(waiting.map(arrive));
    return { arrived, answers: await Promise.all((await asked).map(answerTo)) };
  };
  const { arrived, answers } = await work().finally(() => (isOver = true));
  expect(await watch).toBeGreaterThan(3);
  const promised = answers.filter((answer) => answer?.outcome === 'CONFIRMED').length * 3;
  const taken = arrived.filter(({ body }) => typeof body['bedUseId'] === 'string').length;
  // On a busy machine some wait too long for a connection.
  const unanswered = arrived.filter(({ status }) => status === 503).length;
  expect(arrived.filter(({ status }) => status === 201)).toHaveLength(100 - unanswered);
  expect(taken + promised).toBeLessThanOrEqual(60);
  // What is left over is less than the smallest reduction that was refused.
  expect(60 - taken - promised).toBeLessThan(3 + unanswered);
  const slots = await stack.own.asSuperuser<{ slot: number }>(
    `select slot from bed_use where institution_id = $1 and use <> 'RELEASED'`,
    [ward.id],
  );
  expect(new Set(slots.map(({ slot }) => slot)).size).toBe(taken);
}, 120_000);

it('REG-23 refuses the ordinary elder 409 where only reserved beds are free, and takes in the extremely poor one', async () => {
  const home = await anInstitution(stack, { kind: 'CARE_HOME', side: 'CARE' });
  const counts = { approved: 4, operating: 4, blocked: 0, reserved: 1, effectiveOn: '2024-03-01' };
  await stack.say(EVENT.institutionBedInventoryChangedV1, { institutionId: home.id, bedKind: 'CARE', ...counts });
  await stack.until('select 1 from bed_inventory_copy where institution_id = $1', [home.id]);
  const moveIn = async (of: object = {}) =>
    new Story(stack, { ...house, home }, await anElder(stack, home.id)).moveIn({ institutionId: home.id, ...of });
  for (let i = 0; i < 3; i++) expect((await moveIn()).status).toBe(201);
  expect(await moveIn()).toMatchObject({
    status: 409,
    body: { code: 'BEDS_RESERVED', rule: 'REG-23', clause: '003篇四', inputs: { reserved: 1, reservedUsed: 0 } },
  });
  expect((await moveIn({ elderCategory: 'EXTREMELY_POOR' })).status).toBe(201);
  expect(await moveIn({ elderCategory: 'EXTREMELY_POOR' })).toMatchObject({
    status: 409,
    body: { code: 'NO_FREE_BED' },
  });
});
