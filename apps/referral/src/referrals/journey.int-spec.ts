import { EVENT } from '@yiyang/contracts';
import { aHouse, anElder } from '../testing/named.js';
import { type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { A_PLAN, Story } from '../testing/story.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startReferral();
}, 120_000);
afterAll(() => stack.stop());

it('REF-06 REF-07 REF-09 REF-20 leads the elder from the care bed to hospital, nursing hospital and back', async () => {
  const house = await aHouse(stack);
  const { home, infirmary, nursingHospital, hospital } = house;
  const story = new Story(stack, house, await anElder(stack, home.id));
  const elderId = story.elder.id;

  const movedIn = await story.moveIn();
  expect(movedIn).toMatchObject({
    status: 201,
    body: { use: 'OCCUPIED', careState: 'RESIDENT_STABLE', admittedOn: '2024-03-01' },
  });
  await stack.at('2024-03-02T01:00:00Z');

  const requested = await story.request();
  expect(requested).toMatchObject({
    status: 201,
    etag: '"1"',
    body: { status: 'REQUESTED', answerDueAt: expect.any(String) },
  });
  const up = requested.body['id'];
  expect(requested.body['chainId']).toBe(up);
  expect(requested.location).toBe(`/v1/referrals/${String(up)}`);

  const inbox = await stack.call(hospital.caller, 'GET', `/v1/referrals?inbox=${hospital.id}`);
  expect(inbox.body['items']).toMatchObject([{ id: up, status: 'REQUESTED', stage: 'TREATMENT' }]);
  const actions = await stack.call(hospital.caller, 'GET', `/v1/referrals/${String(up)}/actions`);
  expect(actions.body).toEqual({ actions: ['accept', 'reject'] });

  expect(await story.act(hospital, up, 'accept', { bedKind: 'MEDICAL' })).toMatchObject({ status: 200, etag: '"2"' });
  expect(await story.pool(hospital)).toMatchObject({ operating: 5, held: 1, free: 4 });
  expect(await story.act(infirmary, up, 'dispatch', { plan: A_PLAN })).toMatchObject({
    status: 200,
    body: { status: 'IN_TRANSIT' },
  });
  expect(await story.act(hospital, up, 'receive')).toMatchObject({ status: 200, body: { status: 'RECEIVED' } });
  const admitted = await story.act(hospital, up, 'admit', { admittedOn: '2024-03-02' });
  expect(admitted).toMatchObject({ status: 200, body: { status: 'IN_TREATMENT', admittedOn: '2024-03-02' } });
  expect(await story.careState()).toMatchObject({ state: 'INPATIENT', institutionId: hospital.id, referralId: up });
  expect(await story.pool(home, 'CARE')).toMatchObject({ occupied: 0, kept: 1, free: 9 });
  expect(await story.pool(hospital)).toMatchObject({ held: 0, occupied: 1, free: 4 });

  await stack.at('2024-03-12T01:00:00Z');
  const referOn = {
    ...{ toInstitutionId: nursingHospital.id, direction: 'DOWN', urgency: 'ROUTINE', stage: 'REHABILITATION' },
    ...{ indications: ['ACUTE_TREATMENT_COMPLETED'], consentId: story.elder.consentId, bedKind: 'MEDICAL' },
  };
  const completed = await story.complete(hospital, up, { destination: 'NURSING_HOSPITAL', referOn });
  expect(completed).toMatchObject({ status: 200, body: { status: 'COMPLETED', dischargedOn: '2024-03-12' } });
  const down = completed.body['nextReferralId'];
  expect(await story.careState()).toMatchObject({ state: 'INPATIENT' });
  expect(await story.pool(hospital)).toMatchObject({ occupied: 0, free: 5 });
  expect(await story.admitted(down, hospital, nursingHospital)).toMatchObject({
    status: 200,
    body: { chainId: up, parentReferralId: up },
  });
  expect(await story.careState()).toMatchObject({ state: 'INPATIENT', institutionId: nursingHospital.id });

  await stack.at('2024-04-02T01:00:00Z');
  expect(await story.complete(nursingHospital, down)).toMatchObject({ status: 200, body: { destination: 'CARE_BED' } });
  expect(await story.careState()).toMatchObject({
    state: 'CONVALESCENT',
    stage: 'REHABILITATION',
    institutionId: home.id,
  });
  expect(await story.pool(home, 'CARE')).toMatchObject({ occupied: 1, kept: 0 });

  const states = await stack.said(EVENT.careStateChangedV1, elderId);
  expect(states.map(({ from, to }) => [from, to])).toEqual([
    [null, 'RESIDENT_STABLE'],
    ['RESIDENT_STABLE', 'INPATIENT'],
    ['INPATIENT', 'CONVALESCENT'],
  ]);
  const links = await stack.said(EVENT.referralCompletedV1);
  expect(links).toMatchObject([
    {
      referralId: up,
      chainId: up,
      institutionId: hospital.id,
      admittedOn: '2024-03-02',
      dischargedOn: '2024-03-12',
      nextReferralId: down,
    },
    {
      referralId: down,
      chainId: up,
      parentReferralId: up,
      institutionId: nursingHospital.id,
      admittedOn: '2024-03-12',
      dischargedOn: '2024-04-02',
    },
  ]);
  const ledger = async (of: string) =>
    (await stack.call(of === home.id ? home.caller : hospital.caller, 'GET', `/v1/ledger-entries?institutionId=${of}`))
      .body['items'];
  expect(await ledger(hospital.id)).toMatchObject([
    { direction: 'OUT', counterpartId: nursingHospital.id },
    { direction: 'IN', counterpartId: infirmary.id },
  ]);
  expect(await ledger(home.id)).toMatchObject([{ direction: 'IN', counterpartId: nursingHospital.id }]);
});
