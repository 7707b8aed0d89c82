import { EVENT } from '@yiyang/contracts';
import { aHouse, anElder, anInstitution, type House } from '../testing/named.js';
import { type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { A_PLAN, Story } from '../testing/story.js';

let stack: ServiceStack;
let house: House;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack, { hospital: 50, care: 50, nursing: 50 });
}, 120_000);
afterAll(() => stack.stop());

/** A resident who is treated in hospital. */
async function inHospital(livesAt: 'home' | 'own home' = 'home') {
  const story = new Story(stack, house, await anElder(stack, house.home.id));
  if (livesAt === 'home') await story.moveIn();
  const { body } = await story.request();
  await story.admitted(body['id'], house.infirmary, house.hospital);
  return { story, id: body['id'] };
}

const down = (story: Story, of: object = {}) => ({
  ...{ toInstitutionId: house.nursingHospital.id, direction: 'DOWN', urgency: 'ROUTINE', stage: 'REHABILITATION' },
  ...{ indications: ['ACUTE_TREATMENT_COMPLETED'], consentId: story.elder.consentId },
  ...of,
});

it('REF-07 refuses the care bed in the stage TREATMENT and leaves everything as it was', async () => {
  const { story, id } = await inHospital();
  const refused = await story.complete(house.hospital, id, { stage: 'TREATMENT' });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'STAGE_NOT_CONVALESCENT', rule: 'REF-07', inputs: { stage: 'TREATMENT' } },
  });
  expect(await story.careState()).toMatchObject({ state: 'INPATIENT' });
  expect(await story.complete(house.hospital, id, { stage: 'STABLE' })).toMatchObject({ status: 200 });
  expect(await story.careState()).toMatchObject({ state: 'CONVALESCENT', institutionId: house.home.id });
});

it('REF-07 refuses the care bed where none is kept', async () => {
  const { story, id } = await inHospital('own home');
  expect(await story.complete(house.hospital, id)).toMatchObject({ status: 409, body: { code: 'NO_KEPT_BED' } });
  expect(await story.complete(house.hospital, id, { destination: 'HOME' })).toMatchObject({ status: 200 });
  expect(await story.careState()).toMatchObject({ state: 'HOME_CARE', institutionId: null });
});

it('releases the kept bed when the resident goes home', async () => {
  const { story, id } = await inHospital();
  const before = await story.pool(house.home, 'CARE');
  await story.complete(house.hospital, id, { destination: 'HOME' });
  expect(await story.pool(house.home, 'CARE')).toMatchObject({ kept: Number(before?.['kept']) - 1 });
  expect((await story.moveIn()).status).toBe(201);
});

it('C29 ends everything with death', async () => {
  const { story, id } = await inHospital();
  const died = await story.complete(house.hospital, id, {
    destination: 'DECEASED',
    dischargeStandard: undefined,
    summaryDocumentId: undefined,
  });
  expect(died).toMatchObject({ status: 200, body: { destination: 'DECEASED' } });
  expect(await story.careState()).toMatchObject({ state: 'DECEASED' });
  const live = await stack.own.asSuperuser(`select from bed_use where elder_id = $1 and use <> 'RELEASED'`, [
    story.elder.id,
  ]);
  expect(live).toHaveLength(0);
  expect(await story.request()).toMatchObject({ status: 409, body: { code: 'ELDER_DECEASED' } });
  expect(await story.moveIn()).toMatchObject({ status: 409, body: { code: 'ELDER_DECEASED' } });
});

it('a refused next link takes the completion back with it', async () => {
  const { story, id } = await inHospital();
  const refused = await story.complete(house.hospital, id, {
    destination: 'NURSING_HOSPITAL',
    referOn: down(story, { indications: [] }),
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'INDICATION_MISSING' } });
  const { body } = await stack.call(house.hospital.caller, 'GET', `/v1/referrals/${String(id)}`);
  expect(body).toMatchObject({ status: 'IN_TREATMENT', nextReferralId: null });
});

it('REF-20 keeps the chain when the next institution rejects and another one is asked', async () => {
  const { story, id } = await inHospital();
  const { body } = await story.complete(house.hospital, id, { destination: 'NURSING_HOSPITAL', referOn: down(story) });
  await story.act(house.nursingHospital, body['nextReferralId'], 'reject', { reasonCode: 'RESOURCE_LIMITED' });
  expect(await story.careState(house.hospital)).toMatchObject({ state: 'INPATIENT', institutionId: house.hospital.id });
  const request = { ...down(story), elderId: story.elder.id, fromInstitutionId: house.hospital.id };
  const again = await stack.call(house.hospital.caller, 'POST', '/v1/referrals', { body: request });
  expect(again).toMatchObject({ status: 201, body: { chainId: id, parentReferralId: id } });
  expect(await story.request()).toMatchObject({ status: 409 });
});

it('REF-07 moves an inpatient into another care home: 休养 there, the old bed released', async () => {
  const { story, id } = await inHospital();
  const other = await anInstitution(stack, {
    kind: 'CARE_HOME',
    side: 'CARE',
    hostId: house.hospital.id,
    beds: { CARE: 2 },
  });
  const referOn = down(story, { toInstitutionId: other.id, bedKind: 'CARE' });
  const { body } = await story.complete(house.hospital, id, { destination: 'CARE_BED', referOn });
  const next = body['nextReferralId'];
  await story.act(other, next, 'accept');
  await story.act(house.hospital, next, 'dispatch', { plan: A_PLAN });
  await story.act(other, next, 'receive');
  const admitted = await story.act(other, next, 'admit', { admittedOn: story.today });
  expect(admitted).toMatchObject({ status: 200, body: { status: 'COMPLETED', destination: 'CARE_BED' } });
  expect(await story.careState(other)).toMatchObject({ state: 'CONVALESCENT', institutionId: other.id });
  const own = await stack.own.asSuperuser(
    `select institution_id from bed_use where elder_id = $1 and use <> 'RELEASED'`,
    [story.elder.id],
  );
  expect(own).toEqual([{ institution_id: other.id }]);
  expect(await stack.said(EVENT.referralAdmittedV1, String(next))).toHaveLength(1);
  expect(await stack.said(EVENT.referralCompletedV1, String(next))).toHaveLength(1);
});

it('REF-27 an institution that the elder has left knows the elder no longer', async () => {
  const { story, id } = await inHospital();
  expect(await story.careState(house.hospital)).toMatchObject({ state: 'INPATIENT' });
  await story.complete(house.hospital, id);
  const url = `/v1/care-states/${story.elder.id}`;
  expect(await stack.call(house.hospital.caller, 'GET', url)).toMatchObject({ status: 404 });
});

it('REF-02 asks for a summary of this elder from this stay', async () => {
  const { story, id } = await inHospital();
  expect(await story.complete(house.hospital, id, { summaryDocumentId: undefined })).toMatchObject({
    status: 422,
    body: { code: 'SUMMARY_MISSING' },
  });
  const other = await inHospital();
  const foreign = await stack.own.asSuperuser<{ document_id: string }>(
    'select document_id from document_copy where elder_id = $1',
    [story.elder.id],
  );
  const answer = await other.story.complete(house.hospital, other.id, { summaryDocumentId: foreign[0]?.document_id });
  expect(answer).toMatchObject({ status: 422, body: { code: 'SUMMARY_MISSING' } });
});
