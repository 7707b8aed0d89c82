import { EVENT } from '@yiyang/contracts';
import { aHouse, anElder } from '../testing/named.js';
import { startReferral, type ServiceStack } from '../testing/referral-stack.js';
import { Story } from '../testing/story.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startReferral();
}, 120_000);
afterAll(() => stack.stop());

it('REG-41 refuses a request of 2024-04-02 to an institution that was suspended on 2024-04-01', async () => {
  const house = await aHouse(stack, { hospital: 5 });
  const story = async () => new Story(stack, house, await anElder(stack, house.home.id));
  await stack.at('2024-03-31T01:00:00Z');
  const suspended = { from: 'OPERATING', to: 'SUSPENDED', effectiveOn: '2024-04-01' } as const;
  await stack.say(EVENT.institutionOperationChangedV1, { institutionId: house.hospital.id, ...suspended });
  await stack.until(`select 1 from operation_copy where institution_id = $1 and operation_to = 'SUSPENDED'`, [
    house.hospital.id,
  ]);
  expect((await (await story()).request()).status).toBe(201);
  await stack.at('2024-04-02T01:00:00Z');
  expect(await (await story()).request()).toMatchObject({ body: { code: 'INSTITUTION_NOT_OPERATING' } });
});

it('follows the level that a changed registration names', async () => {
  const house = await aHouse(stack);
  const changed = { level: 2, ownership: 'PUBLIC_RUN', profitNature: 'NON_PROFIT', effectiveOn: '2024-03-01' };
  await stack.say(EVENT.institutionRegistrationChangedV1, { institutionId: house.hospital.id, ...changed });
  await stack.until('select 1 from institution_copy where institution_id = $1 and level = 2', [house.hospital.id]);
});
