import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aHouse, anElder, aSummary, anInstitution } from './testing/named.js';
import { type ServiceStack, startReferral } from './testing/referral-stack.js';
import { Story } from './testing/story.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startReferral();
}, 120_000);
afterAll(() => stack.stop());

const COPIES = {
  'institution-copy': [
    'institution_copy',
    'operation_copy',
    'qualification_copy',
    'bed_inventory_copy',
    'bed_change_copy',
  ],
  'agreement-copy': ['agreement_copy'],
  'elder-copy': ['elder_copy', 'elder_relation_copy', 'consent_copy', 'document_copy'],
};

const contentOf = async (tables: readonly string[]) => {
  const content: Record<string, unknown> = {};
  for (const table of tables)
    content[table] = await stack.own.asSuperuser(`select row_to_json(t)::text as row from ${table} t order by 1`);
  return content;
};

it('rebuilds each copy to the same content, with uses and referrals untouched', async () => {
  const house = await aHouse(stack);
  const story = new Story(stack, house, await anElder(stack, house.home.id));
  await story.moveIn();
  await aSummary(stack, story.elder.id, house.hospital.id);
  const asked = { institutionId: house.home.id, bedChangeId: newId(), bedKind: 'CARE', count: 2 };
  await stack.say(EVENT.institutionBedReductionRequestedV1, { ...asked, effectiveOn: '2024-06-01' });
  await stack.until('select 1 from bed_promise where institution_id = $1', [house.home.id]);
  for (const [consumer, tables] of Object.entries(COPIES)) {
    const before = await contentOf(tables);
    expect(Object.values(before).every((rows) => (rows as unknown[]).length > 0)).toBe(true);
    await stack.service.parts.messaging.rebuild(consumer);
    for (const table of tables)
      await stack.until(`select 1 from ${table} having count(*) = ${(before[table] as unknown[]).length}`);
    expect(await contentOf(tables)).toEqual(before);
  }
  expect(await story.pool(house.home, 'CARE')).toMatchObject({ occupied: 1, blocked: 2, free: 7 });
});

it('follows the registry: suspension, inventory, the end of a licence', async () => {
  const hospital = await anInstitution(stack, { beds: { MEDICAL: 3 } });
  const { id: institutionId } = hospital;
  await stack.say(EVENT.institutionBedInventoryChangedV1, {
    ...{ institutionId, bedKind: 'MEDICAL', approved: 9, operating: 7, blocked: 2, effectiveOn: '2024-03-01' },
  });
  await stack.until('select 1 from bed_inventory_copy where institution_id = $1 and operating = 7', [institutionId]);
  const summary = await stack.call(hospital.caller, 'GET', `/v1/bed-uses/summary?institutionId=${institutionId}`);
  expect(summary.body['items']).toMatchObject([{ bedKind: 'MEDICAL', operating: 7, blocked: 2, free: 5 }]);
});

it('has no dead letters and no parked events after all this', async () => {
  expect(await stack.own.asSuperuser('select from held_event')).toHaveLength(0);
});
