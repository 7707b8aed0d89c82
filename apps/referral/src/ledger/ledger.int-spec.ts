import { EVENT } from '@yiyang/contracts';
import { aHouse, anElder, type Named } from '../testing/named.js';
import { type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { aRequest, Story } from '../testing/story.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startReferral();
}, 120_000);
afterAll(() => stack.stop());

async function emergency(house: Story['house'], from: Named, to: Named, direction: 'UP' | 'DOWN') {
  const story = new Story(stack, house, await anElder(stack, from.id));
  const indications = direction === 'UP' ? ['CRITICAL_ILLNESS'] : ['ACUTE_TREATMENT_COMPLETED'];
  const body = aRequest(story.elder, from, to, { direction, indications, urgency: 'EMERGENCY' });
  const answer = await stack.call(from.caller, 'POST', '/v1/referrals', { body });
  return { story, to, id: String(answer.body['id']) };
}

it('REF-09 one transfer is two ledger entries with the same correlation id', async () => {
  const house = await aHouse(stack);
  const { story, to, id } = await emergency(house, house.infirmary, house.hospital, 'UP');
  await story.act(to, id, 'receive');
  const rows = await stack.own.asSuperuser<{ institution_id: string; direction: string; correlation_id: string }>(
    'select institution_id, direction, correlation_id from ledger_entry where referral_id = $1 order by direction',
    [id],
  );
  expect(rows).toMatchObject([
    { institution_id: house.hospital.id, direction: 'IN' },
    { institution_id: house.infirmary.id, direction: 'OUT' },
  ]);
  expect(rows[0]?.correlation_id).toBe(rows[1]?.correlation_id);
  for (const side of [house.hospital, house.infirmary])
    expect(await stack.said(EVENT.ledgerEntryAppendedV1, side.id)).toMatchObject([
      { referralId: id, institutionId: side.id },
    ]);
});

// Two transactions that each hold what the other wants next end in a deadlock, so both must ask for the same one first.
// Seen to fail while each hand-over wrote the sender's entry first.
it('REF-09 hand-overs in both directions at once do not wait for each other in a circle', async () => {
  const house = await aHouse(stack);
  const { nursingHospital, hospital } = house;
  const there = () => emergency(house, nursingHospital, hospital, 'UP');
  const back = () => emergency(house, hospital, nursingHospital, 'DOWN');
  const receive = async ({ story, to, id }: Awaited<ReturnType<typeof there>>) =>
    (await story.act(to, id, 'receive')).status;
  await receive(await there());
  const [up, down] = [await there(), await back()];
  const [first, second] = [nursingHospital.id, hospital.id].sort();
  const numberOf = `select from outbox_sequence where topic = 'yiyang.referral.v1' and aggregate_id = $1 for update`;
  const { database } = stack.service.parts;
  const received = await database.transaction(async (tx) => {
    await tx.many(numberOf, [first]);
    const both = Promise.all([receive(up), receive(down)]);
    await stack.until(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' having count(*) = 2`,
    );
    await database.transaction((other) => other.many(`${numberOf} nowait`, [second]));
    return { both };
  });
  expect(await received.both).toEqual([200, 200]);
});
