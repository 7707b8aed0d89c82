import { EVENT } from '@yiyang/contracts';
import { anAgreement, anElder, anInstitution, type Named, type NamedElder } from '../testing/named.js';
import { type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { Story } from '../testing/story.js';

// Fangshan (110111) has switched none of the rules REF-05, 06, 07, 09, 13 on.
const division = '110111';

let stack: ServiceStack;
let home: Named;
let hospital: Named;
let elder: NamedElder;
let story: Story;
beforeAll(async () => {
  stack = await startReferral();
  home = await anInstitution(stack, { kind: 'CARE_HOME', side: 'CARE', division, beds: { CARE: 2 } });
  hospital = await anInstitution(stack, { level: 2, division, beds: { MEDICAL: 1 } });
  await anAgreement(stack, home.id, hospital.id);
  elder = await anElder(stack, home.id, { residenceRegion: division, insuredRegion: division });
  story = new Story(stack, { home, infirmary: home, nursingHospital: hospital, hospital }, elder);
}, 120_000);
afterAll(() => stack.stop());

it('where REF-05, REF-06, REF-07, REF-09 and REF-13 do not apply, their refusals and effects are not there', async () => {
  await story.moveIn();
  const other = new Story(stack, story.house, await anElder(stack, home.id));
  const taken = await other.request({ urgency: 'EMERGENCY' });
  expect(taken.body['bedUseId']).not.toBeNull();

  const { body } = await story.request();
  const id = String(body['id']);
  expect(await story.act(hospital, id, 'accept')).toMatchObject({ status: 200, body: { bedUseId: null } });
  expect(await story.act(home, id, 'dispatch')).toMatchObject({ status: 200 });
  expect(await story.act(hospital, id, 'receive')).toMatchObject({ status: 200 });
  expect(await story.act(hospital, id, 'admit', { admittedOn: story.today })).toMatchObject({ status: 200 });
  expect(await story.careState()).toMatchObject({ state: 'RESIDENT_STABLE' });
  expect(await story.pool(home, 'CARE')).toMatchObject({ occupied: 1, kept: 0 });
  expect(await story.complete(hospital, id, { stage: 'TREATMENT' })).toMatchObject({ status: 200 });
  expect(await story.careState()).toMatchObject({ state: 'RESIDENT_STABLE' });
  expect(await stack.said(EVENT.ledgerEntryAppendedV1)).toEqual([]);
});
