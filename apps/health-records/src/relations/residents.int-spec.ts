import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { anElder, aPlace, giveConsent, record, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let registrar: Place;
let home: Place;
beforeAll(async () => {
  stack = await startRecords({ policies: false });
  registrar = await aPlace(stack, 'MEDICAL');
  home = await aPlace(stack, 'CARE');
}, 120_000);
afterAll(() => stack.stop());

const status = async (by: Place, elderId: string) =>
  (await stack.call(by.caller, 'GET', `/v1/elders/${elderId}`)).status;

type Use = 'HELD' | 'OCCUPIED' | 'KEPT' | 'RELEASED';

/** What referral says of one bed, one use after another. */
async function bedUses(elderId: string, bedKind: string, ...uses: Use[]): Promise<void> {
  const bedUseId = newId();
  for (const use of uses) {
    const from = stack.service.parts.clock.now().toISOString();
    const bed = { bedUseId, institutionId: home.id, bedKind, elderId, from, division: '421202' };
    await stack.say(EVENT.bedUseChangedV1, { ...bed, use });
  }
  const read = 'select 1 from inbox_sequence where aggregate_id = $1 and last_sequence = $2';
  await stack.until(read, [bedUseId, uses.length]);
}

it('REC-08 opens an elder to the home whose bed is theirs, while it is', async () => {
  const elderId = await anElder(stack, registrar);
  await bedUses(elderId, 'CARE', 'HELD');
  expect(await status(home, elderId)).toBe(404);
  await bedUses(elderId, 'CARE', 'OCCUPIED', 'KEPT', 'OCCUPIED');
  expect(await status(home, elderId)).toBe(200);
  expect(await stack.said(EVENT.elderInstitutionLinkedV1, elderId)).toEqual([
    { elderId, institutionId: registrar.id, relation: 'REGISTERED_BY' },
    { elderId, institutionId: home.id, relation: 'RESIDENT' },
  ]);
});

it('closes the elder again when the bed is given up', async () => {
  const elderId = await anElder(stack, registrar);
  await bedUses(elderId, 'NURSING', 'OCCUPIED', 'RELEASED');
  expect(await status(home, elderId)).toBe(404);
});

it('makes no resident of a patient in a ward bed, and a contract of a bed at home', async () => {
  const elderId = await anElder(stack, registrar);
  await bedUses(elderId, 'MEDICAL', 'OCCUPIED');
  expect(await status(home, elderId)).toBe(404);
  await bedUses(elderId, 'HOME_CARE_BED', 'OCCUPIED');
  expect(await stack.said(EVENT.elderInstitutionLinkedV1, elderId)).toContainEqual({
    ...{ elderId, institutionId: home.id, relation: 'CONTRACT' },
  });
});

it('opens an elder of the host to its unit and of the unit to its host, not from unit to unit', async () => {
  const [infirmary, ward] = [await aPlace(stack, 'MEDICAL', home.id), await aPlace(stack, 'MEDICAL', home.id)];
  const [ofHost, ofUnit] = [await anElder(stack, home), await anElder(stack, infirmary)];
  expect([await status(infirmary, ofHost), await status(ward, ofHost)]).toEqual([200, 200]);
  expect([await status(home, ofUnit), await status(ward, ofUnit)]).toEqual([200, 404]);
  await giveConsent(stack, home, ofHost, { recipients: [home.id] });
  expect((await stack.call(infirmary.caller, 'GET', record(ofHost))).status).toBe(200);
});
