import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aConsent, anAgreement, aHouse, anElder, anInstitution, aSummary, type House } from '../testing/named.js';
import { aCaller, type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { aRequest, Story } from '../testing/story.js';

let stack: ServiceStack;
let house: House;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack, { hospital: 50 });
}, 120_000);
afterAll(() => stack.stop());

const aStory = async () => new Story(stack, house, await anElder(stack, house.home.id));

it('REF-01 refuses a stranger hospital unless it is an emergency', async () => {
  const story = await aStory();
  const stranger = await anInstitution(stack, { beds: { MEDICAL: 1 } });
  const to = { toInstitutionId: stranger.id };
  const refused = await story.request(to);
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'NO_REFERRAL_AGREEMENT', rule: 'REF-01', clause: '003篇六(四)' },
  });
  expect(await story.request({ ...to, urgency: 'EMERGENCY' })).toMatchObject({
    status: 201,
    body: { status: 'ACCEPTED' },
  });
});

it('REF-01 takes no referral under an agreement that is suspended or has ended', async () => {
  const story = await aStory();
  const partner = await anInstitution(stack, { beds: { MEDICAL: 1 } });
  const agreementId = await anAgreement(stack, house.home.id, partner.id);
  const parties = {
    agreementId,
    careInstitutionId: house.home.id,
    medicalInstitutionId: partner.id,
    division: '421202',
  };
  const say = async (status: 'ACTIVE' | 'SUSPENDED') => {
    await stack.say(EVENT.agreementStatusChangedV1, { ...parties, status, effectiveOn: '2024-01-01' });
    await stack.settled();
  };
  const ask = async () => (await story.request({ toInstitutionId: partner.id })).body['code'];
  await say('SUSPENDED');
  expect(await ask()).toBe('NO_REFERRAL_AGREEMENT');
  await stack.say(EVENT.agreementEndedV1, { agreementId, endedOn: '2024-01-01', reasonCode: 'EXPIRED' });
  await say('ACTIVE');
  expect(await ask()).toBe('NO_REFERRAL_AGREEMENT');
  const again = await anAgreement(stack, house.home.id, partner.id);
  await stack.say(EVENT.agreementStatusChangedV1, {
    ...parties,
    agreementId: again,
    status: 'SUSPENDED',
    effectiveOn: '2024-01-01',
  });
  await stack.say(EVENT.agreementStatusChangedV1, {
    ...parties,
    agreementId: again,
    status: 'ACTIVE',
    effectiveOn: '2024-01-02',
  });
  await stack.settled();
  expect(await ask()).toBeUndefined();
  await stack.say(EVENT.agreementEndedV1, { agreementId: again, endedOn: '2024-01-01', reasonCode: 'NO_NEED' });
  await stack.settled();
});

it('REF-02 REF-17 REF-26 names the field that a rule misses', async () => {
  const story = await aStory();
  expect(await story.request({ indications: [] })).toMatchObject({
    ...{ status: 422, body: { code: 'INDICATION_MISSING', rule: 'REF-02', fields: [{ path: 'indications' }] } },
  });
  expect(await story.request({ stage: undefined })).toMatchObject({
    status: 422,
    body: { code: 'STAGE_MISSING', rule: 'REF-17' },
  });
  expect(await story.request({ consentId: undefined })).toMatchObject({
    status: 422,
    body: { code: 'CONSENT_MISSING', rule: 'REF-26' },
  });
});

it('REF-26 refuses consent that was withdrawn meanwhile', async () => {
  const story = await aStory();
  const consentId = await aConsent(stack, story.elder.id);
  await stack.say(EVENT.elderConsentWithdrawnV1, {
    elderId: story.elder.id,
    consentId,
    withdrawnAt: stack.now.toISOString(),
  });
  await stack.until('select 1 from consent_copy where consent_id = $1 and withdrawn_at is not null', [consentId]);
  expect(await story.request({ consentId })).toMatchObject({ status: 422, body: { code: 'CONSENT_WITHDRAWN' } });
});

it('refuses what no institution knows, and an elder that is not theirs in the same words', async () => {
  const story = await aStory();
  const other = await anInstitution(stack);
  const foreign = await anElder(stack, other.id);
  const unknown = await story.request({ elderId: newId() });
  const notTheirs = await story.request({ elderId: foreign.id, consentId: foreign.consentId });
  for (const answer of [unknown, notTheirs])
    expect(answer).toMatchObject({ status: 422, body: { code: 'UNKNOWN_REFERENCE', fields: [{ path: 'elderId' }] } });
  expect(await story.request({ toInstitutionId: newId() })).toMatchObject({
    body: { fields: [{ path: 'toInstitutionId' }] },
  });
}, 20_000);

it('waits for an elder whose event is still on its way', async () => {
  const story = await aStory();
  const elderId = newId();
  const asked = story.request({ elderId, urgency: 'EMERGENCY', consentId: undefined });
  const facts = { birthYear: 1949, residenceRegion: '421202', insuredRegion: '421202' };
  await stack.say(EVENT.elderRegisteredV1, { elderId, ...facts, scheme: 'RESIDENT', personType: 'RESIDENT' });
  expect((await asked).status).toBe(201);
});

it('lets nobody refer in another institution’s name', async () => {
  const { infirmary, hospital, home } = house;
  const { elder } = await aStory();
  const body = aRequest(elder, infirmary, hospital);
  expect(await stack.call(hospital.caller, 'POST', '/v1/referrals', { body })).toMatchObject({
    status: 403,
    body: { code: 'NOT_ALLOWED' },
  });
  expect(await stack.call(aCaller('HEALTH'), 'POST', '/v1/referrals', { body })).toMatchObject({ status: 403 });
  expect(await stack.call(home.caller, 'POST', '/v1/referrals', { body })).toMatchObject({ status: 201 });
});

it('C27 refuses a second open referral, and takes one when the first is over', async () => {
  const story = await aStory();
  const first = await story.request();
  expect(await story.request()).toMatchObject({ status: 409, body: { code: 'OPEN_REFERRAL_EXISTS' } });
  await story.act(house.hospital, first.body['id'], 'reject', { reasonCode: 'NO_CAPABILITY' });
  expect(await story.request()).toMatchObject({ status: 201 });
});

it('C27 lets one of many requests at once through', async () => {
  const story = await aStory();
  const answers = await Promise.all(Array.from({ length: 12 }, () => story.request()));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
});

it('REF-24 an emergency overtakes a pending request, but not an elder on the way', async () => {
  const story = await aStory();
  const pending = await story.request();
  const emergency = await story.request({ urgency: 'EMERGENCY' });
  expect(emergency).toMatchObject({ status: 201, body: { status: 'ACCEPTED' } });
  const closed = await stack.call(house.infirmary.caller, 'GET', `/v1/referrals/${String(pending.body['id'])}`);
  expect(closed.body).toMatchObject({
    status: 'CLOSED',
    reasonCode: 'CONDITION_CHANGED',
    closedAt: expect.any(String),
  });
  await story.act(house.hospital, emergency.body['id'], 'receive');
  expect(await story.request({ urgency: 'EMERGENCY' })).toMatchObject({ status: 409 });
});

it('REF-24 papers of an emergency are due in 24 hours and stop the clock when they come', async () => {
  const story = await aStory();
  const { body } = await story.request({ urgency: 'EMERGENCY', consentId: undefined });
  const requestedAt = Date.parse(String(body['requestedAt']));
  expect(body['papersDueAt']).toBe(new Date(requestedAt + 24 * 3_600_000).toISOString());
  await aSummary(stack, story.elder.id, house.infirmary.id, String(body['id']));
  await stack.until('select 1 from referral where id = $1 and papers_due_at is null', [body['id']]);
  await stack.until(
    `select 1 from deadline where subject_id = $1 and kind = 'referral.papers' and done_at is not null`,
    [body['id']],
  );
});

it('REF-24 carries agreement, consent and bed only where they are there', async () => {
  const story = await aStory();
  const { body } = await story.request({ urgency: 'EMERGENCY', consentId: undefined });
  expect(body).toMatchObject({ consentId: null, bedUseId: expect.any(String) });
  const [requested] = await stack.said(EVENT.referralRequestedV1, String(body['id']));
  expect(requested).not.toHaveProperty('consentId');
  expect(await stack.said(EVENT.referralAcceptedV1, String(body['id']))).toMatchObject([
    { bedUseId: body['bedUseId'] },
  ]);
});

it('REF-28 sends a request without a receiver to the contracted partner', async () => {
  const story = await aStory();
  expect(await story.request({ toInstitutionId: undefined })).toMatchObject({
    status: 201,
    body: { toInstitutionId: house.hospital.id },
  });
  const alone = await anInstitution(stack, { kind: 'CARE_HOME', side: 'CARE' });
  const elder = await anElder(stack, alone.id);
  const body = { ...aRequest(elder, alone, house.hospital), toInstitutionId: undefined };
  const refused = await stack.call(alone.caller, 'POST', '/v1/referrals', { body });
  expect(refused).toMatchObject({ status: 422, body: { code: 'RECEIVER_MISSING', rule: 'REF-28' } });
});

it('REF-24 admits an emergency into a hospital without a free bed', async () => {
  const full = await anInstitution(stack, { beds: { MEDICAL: 0 } });
  const story = await aStory();
  const { body } = await story.request({ urgency: 'EMERGENCY', toInstitutionId: full.id });
  expect(body).toMatchObject({ status: 'ACCEPTED', bedUseId: null });
  await story.act(full, body['id'], 'receive');
  const admitted = await story.act(full, body['id'], 'admit', { admittedOn: story.today });
  expect(admitted).toMatchObject({ status: 200, body: { status: 'IN_TREATMENT', bedUseId: null } });
});

it('REF-24 papers that arrive do not make the version of the receiver old', async () => {
  const story = await aStory();
  const { body, etag } = await story.request({ urgency: 'EMERGENCY' });
  await aSummary(stack, story.elder.id, house.infirmary.id, String(body['id']));
  await stack.until('select 1 from referral where id = $1 and papers_due_at is null', [body['id']]);
  const url = `/v1/referrals/${String(body['id'])}/receive`;
  const received = await stack.call(house.hospital.caller, 'POST', url, { body: {}, ifMatch: etag });
  expect(received.status).toBe(200);
});
