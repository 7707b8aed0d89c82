import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { addDocument, anAcceptedReferral, anElder, aPlace, giveConsent, record, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
let hospital: Place;
beforeAll(async () => {
  stack = await startRecords();
  home = await aPlace(stack, 'CARE');
  hospital = await aPlace(stack, 'MEDICAL');
}, 120_000);
afterAll(() => stack.stop());

const readStatus = async (by: Place, elderId: string) => (await stack.call(by.caller, 'GET', record(elderId))).status;
const ended = (referralId: string) =>
  stack.until('select 1 from read_grant where referral_id = $1 and ended_at is not null', [referralId]);
const now = () => stack.service.parts.clock.now().toISOString();

async function complete(referralId: string, elderId: string, completedAt: string): Promise<void> {
  const stay = {
    institutionId: hospital.id,
    admittedOn: '2026-03-01',
    dischargedOn: '2026-03-01',
    destination: 'HOME',
  };
  await stack.say(EVENT.referralCompletedV1, { referralId, chainId: referralId, elderId, ...stay, completedAt });
  await stack.until('select 1 from read_grant where referral_id = $1 and ends_on is not null', [referralId]);
}

it.each([
  ['rejected', EVENT.referralRejectedV1, (at: string) => ({ reasonCode: 'NO_CAPACITY', rejectedAt: at })],
  ['cancelled', EVENT.referralCancelledV1, (at: string) => ({ reasonCode: 'ELDER_DECLINED', cancelledAt: at })],
  ['expired', EVENT.referralExpiredV1, (at: string) => ({ expiredAt: at })],
  ['closed', EVENT.referralClosedV1, (at: string) => ({ reasonCode: 'NO_SHOW', closedAt: at })],
])('ends the grant at once when the referral is %s', async (_, type, facts) => {
  const elderId = await anElder(stack, home);
  const referralId = await anAcceptedReferral(stack, elderId, home, hospital);
  expect(await readStatus(hospital, elderId)).toBe(200);
  await stack.say(type, { referralId, elderId, ...facts(now()) });
  await ended(referralId);
  expect(await readStatus(hospital, elderId)).toBe(404);
  expect(await stack.said(EVENT.recordGrantEndedV1, elderId)).toMatchObject([
    { referralId, institutionId: hospital.id },
  ]);
});

it('keeps the tail of a completed referral that is closed afterwards', async () => {
  const elderId = await anElder(stack, home);
  const referralId = await anAcceptedReferral(stack, elderId, home, hospital);
  await complete(referralId, elderId, now());
  await stack.say(EVENT.referralClosedV1, { referralId, elderId, closedAt: now() });
  await stack.until(`select 1 from inbox_sequence where aggregate_id = $1 and last_sequence = 3`, [referralId]);
  expect(await readStatus(hospital, elderId)).toBe(200);
});

it('REF-27 lets the receiving side add to the record until completion, and only read in the tail', async () => {
  const elderId = await anElder(stack, home);
  const referralId = await anAcceptedReferral(stack, elderId, home, hospital);
  expect((await addDocument(stack, hospital, elderId, { referralId })).status).toBe(201);
  await complete(referralId, elderId, now());
  expect(await addDocument(stack, hospital, elderId, { referralId })).toMatchObject({
    status: 403,
    body: { code: 'GRANT_READS_ONLY', rule: 'REF-27' },
  });
  expect((await giveConsent(stack, hospital, elderId)).status).toBe(403);
  expect(await readStatus(hospital, elderId)).toBe(200);
  expect((await addDocument(stack, home, elderId)).status).toBe(201);
});

it('holds an acceptance for an elder who is not here yet and opens the grant when they are', async () => {
  const referralId = newId();
  const sides = { fromInstitutionId: home.id, toInstitutionId: hospital.id };
  const elderId = newId();
  await stack.say(EVENT.referralAcceptedV1, { referralId, elderId, ...sides, acceptedAt: now() });
  await stack.until(`select 1 from held_event where consumer = 'read-grants' and aggregate_id = $1`, [referralId]);
  await stack.own.asSuperuser(
    `insert into elder select $1, 1, '421202', '421202', 'RESIDENT', 'RESIDENT', 1949, '\\x00', $2, now()`,
    [elderId, home.id],
  );
  await stack.until('select 1 from read_grant where referral_id = $1', [referralId]);
});

it('REF-27 opens the record through the 30th day after completion and not on the 31st', async () => {
  const elderId = await anElder(stack, home);
  const referralId = await anAcceptedReferral(stack, elderId, home, hospital);
  // 23:30 in Shanghai, still 2 March there.
  await complete(referralId, elderId, '2026-03-02T15:30:00.000Z');
  const [grant] = await stack.own.asSuperuser<{ day: string }>(
    'select ends_on::text as day from read_grant where referral_id = $1',
    [referralId],
  );
  expect(grant?.day).toBe('2026-04-01');
  // Without the sweeper, so that the read itself is what compares dates.
  await stack.own.asSuperuser('update deadline set paused_at = now() where kind = $1', ['READ_GRANT_END']);
  await stack.at('2026-04-01T15:59:55Z');
  expect(await readStatus(hospital, elderId)).toBe(200);
  await stack.at('2026-04-01T16:00:00Z');
  expect(await readStatus(hospital, elderId)).toBe(404);
  expect(await readStatus(home, elderId)).toBe(403);
  await stack.own.asSuperuser('update deadline set paused_at = null where kind = $1', ['READ_GRANT_END']);
  await ended(referralId);
  expect(await stack.said(EVENT.recordGrantEndedV1, elderId)).toMatchObject([{ endedAt: '2026-04-01T16:00:00.000Z' }]);
});
