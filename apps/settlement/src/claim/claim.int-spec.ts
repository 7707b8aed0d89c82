import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, type Answered, type ServiceStack, startSettlement } from '../testing/settlement-stack.js';
import {
  aClaim,
  aCompletedReferral,
  aMedicalInstitution,
  anElder,
  designated,
  E1_LINES,
  E2_LINES,
  hospital,
  insurance,
} from '../testing/named.js';

let stack: ServiceStack;
let generalHospital: string;
let nursingHospital: string;

beforeAll(async () => {
  stack = await startSettlement();
  await stack.at('2026-04-20T02:00:00Z');
  generalHospital = await aMedicalInstitution(stack, { level: 3 });
  nursingHospital = await aMedicalInstitution(stack, { level: 1, kind: 'NURSING_HOSPITAL' });
  await designated(stack, generalHospital);
  await designated(stack, nursingHospital);
  await stack.at('2026-06-30T02:00:00Z');
});
afterAll(() => stack.stop());

const FIRST = { admittedOn: '2026-05-01', dischargedOn: '2026-05-11' };
const SECOND = { admittedOn: '2026-05-11', dischargedOn: '2026-06-01' };

/** The two stays of the journey: up to the hospital, then linked down to the nursing hospital. */
async function theStory() {
  const elderId = await anElder(stack);
  const [up, down, chainId] = [newId(), newId(), newId()];
  const first = { elderId, institutionId: generalHospital, referralId: up, ...FIRST };
  const second = { elderId, institutionId: nursingHospital, referralId: down, ...SECOND };
  const link = () =>
    aCompletedReferral(stack, {
      ...second,
      referralId: down,
      parentReferralId: up,
      chainId,
      fromInstitutionId: generalHospital,
    });
  const settleFirst = () =>
    stack.call(hospital(generalHospital), 'POST', '/v1/claims', { body: aClaim(first, E1_LINES) });
  const settleSecond = () =>
    stack.call(hospital(nursingHospital), 'POST', '/v1/claims', { body: aClaim(second, E2_LINES) });
  return { elderId, first, second, link, settleFirst, settleSecond };
}

const amounts = (answer: Answered) => answer.body['amounts'] as Record<string, number>;
const read = (claim: Answered) => stack.call(insurance(), 'GET', `/v1/claims/${claim.id}`);

it('SET-14 settles the linked stays of the journey as E1 and E2 of the standards', async () => {
  const { elderId, link, settleFirst, settleSecond } = await theStory();
  await link();
  const first = await settleFirst();
  const second = await settleSecond();
  expect(first.status).toBe(201);
  expect(amounts(first)).toMatchObject({
    medfeeSumamtFen: 2_000_000,
    actPayDedcFen: 100_000,
    hifpPayFen: 1_137_500,
    psnCashPayFen: 862_500,
  });
  expect(amounts(second)).toMatchObject({
    medfeeSumamtFen: 600_000,
    actPayDedcFen: 0,
    hifpPayFen: 484_500,
    psnCashPayFen: 115_500,
  });
  expect(second.body['deductible']).toMatchObject({
    value: 0,
    because: {
      rule: 'SET-14',
      clause: '(十五)',
      inputs: { standardFen: 20_000, chargedInChainFen: 100_000, chain: [first.body['id']] },
    },
  });
  expect(second.body['explanations']).toMatchObject({ pool: { inputs: { inScopeFen: 570_000, ratio: '0.85' } } });

  const accumulated = await stack.call(insurance(), 'GET', `/v1/accumulations/${elderId}?year=2026`);
  expect(accumulated.body).toMatchObject({
    items: [{ scheme: 'RESIDENT', admissions: 2, poolFen: 1_622_000, deductibleFen: 100_000 }],
  });
});

it('SET-14 charges the full deductible without the link (E2 not linked)', async () => {
  const { second, settleFirst } = await theStory();
  await settleFirst();
  const { referralId: _, ...unlinked } = second;
  const answer = await stack.call(hospital(nursingHospital), 'POST', '/v1/claims', {
    body: aClaim(unlinked, E2_LINES),
  });
  expect(amounts(answer)).toMatchObject({ actPayDedcFen: 20_000, hifpPayFen: 467_500 });
});

it('SET-14 gives the same amounts when the link arrives after both claims, and says so in an adjustment', async () => {
  const { link, settleFirst, settleSecond } = await theStory();
  const second = await settleSecond();
  await settleFirst();
  expect(amounts(second)).toMatchObject({ actPayDedcFen: 20_000, hifpPayFen: 467_500 });
  await link();
  const after = await read(second);
  expect(amounts(after)).toMatchObject({ actPayDedcFen: 0, hifpPayFen: 484_500 });
  expect(after.body['adjustments']).toMatchObject([
    { kind: 'SETTLED', poolFen: 467_500, deductibleFen: 20_000 },
    { kind: 'ADJUSTED', reasonCode: 'LINK_ARRIVED', poolFen: 17_000, deductibleFen: -20_000 },
  ]);
  const adjusted = (await stack.said(EVENT.claimAdjustedV1)).filter((event) => event.claimId === second.body['id']);
  expect(adjusted).toMatchObject([
    { poolFen: 484_500, previousPoolFen: 467_500, previousDeductibleFen: 20_000, reasonCode: 'LINK_ARRIVED' },
  ]);
});

it('pre-settles to the fen what settling gives, and changes nothing', async () => {
  const { first, settleFirst } = await theStory();
  const rows = () =>
    stack.own.asSuperuser(
      'select count(*) from claim union all select count(*) from benefit_entry union all select count(*) from outbox where topic like $1',
      ['%claim%'],
    );
  const before = await rows();
  const presettled = await stack.call(hospital(generalHospital), 'POST', '/v1/claims/pre-settle', {
    body: aClaim(first, E1_LINES),
  });
  expect(presettled.status).toBe(200);
  expect(await rows()).toEqual(before);
  const settled = await settleFirst();
  for (const part of ['amounts', 'lines', 'deductible', 'explanations', 'policyVersion'])
    expect(presettled.body[part]).toEqual(settled.body[part]);
});

it('restores the accumulators exactly when a claim is cancelled, and settles the linked stay again', async () => {
  const { elderId, link, settleFirst, settleSecond } = await theStory();
  await link();
  const first = await settleFirst();
  const second = await settleSecond();
  const cancel = () =>
    stack.call(hospital(generalHospital), 'POST', `/v1/claims/${first.id}/cancel`, {
      body: { reasonCode: 'BILL_WRONG' },
      ifMatch: first.etag,
    });
  const cancelled = await cancel();
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'CANCELLED', reasonCode: 'BILL_WRONG' } });
  expect(amounts(await read(second))).toMatchObject({ actPayDedcFen: 20_000, hifpPayFen: 467_500 });
  const accumulated = await stack.call(insurance(), 'GET', `/v1/accumulations/${elderId}?year=2026`);
  expect(accumulated.body).toMatchObject({
    items: [{ admissions: 1, poolFen: 467_500, deductibleFen: 20_000, totalFen: 600_000 }],
  });
  expect(await cancel()).toMatchObject({ status: 409, body: { code: 'CLAIM_NOT_CANCELLABLE' } });
});

it('SET-10 rejects a living-care line with rule and clause and settles the rest', async () => {
  const elderId = await anElder(stack);
  const lines = [
    { itemCode: 'D-1', fundCategory: 'MEDICAL', catalogueClass: 'A', amountFen: 80_000 },
    { itemCode: 'N-1', fundCategory: 'MEDICAL_NURSING', catalogueClass: 'A', amountFen: 20_000 },
    { itemCode: 'L-1', fundCategory: 'LIVING_CARE', catalogueClass: 'A', amountFen: 50_000 },
  ];
  const stay = { elderId, institutionId: nursingHospital, ...SECOND };
  const answer = await stack.call(hospital(nursingHospital), 'POST', '/v1/claims', { body: aClaim(stay, lines) });
  expect(answer.body).toMatchObject({
    rejectedLines: 1,
    rejectedFen: 50_000,
    amounts: { medfeeSumamtFen: 100_000, inscpScpAmtFen: 100_000 },
  });
  expect((answer.body['lines'] as object[])[2]).toMatchObject({
    decision: 'REJECTED',
    inScopeFen: 0,
    because: { rule: 'SET-10', inputs: { fundCategory: 'LIVING_CARE', payer: 'SELF', selfPayRule: 'SET-11' } },
  });
});

it('SET-07 refuses a stay that began the day before the designation and settles one of its first day', async () => {
  const elderId = await anElder(stack);
  const settle = (admittedOn: string) =>
    stack.call(hospital(generalHospital), 'POST', '/v1/claims', {
      body: aClaim({ elderId, institutionId: generalHospital, admittedOn, dischargedOn: '2026-05-11' }, E1_LINES),
    });
  expect(await settle('2026-04-19')).toMatchObject({
    status: 422,
    body: { code: 'NOT_DESIGNATED', rule: 'SET-07', inputs: { serviceOn: '2026-04-19' } },
  });
  expect((await settle('2026-04-20')).status).toBe(201);
});

it('hides a claim from another hospital and from another region as if it were not there', async () => {
  const { settleFirst } = await theStory();
  const claim = await settleFirst();
  const others = [hospital(nursingHospital), aCaller('INSURANCE', { region: '500000', purpose: 'SETTLEMENT' })];
  for (const caller of others)
    expect(await stack.call(caller, 'GET', `/v1/claims/${claim.id}`)).toMatchObject({ status: 404 });
  const self = aCaller('ELDER', { elderId: String(claim.body['elderId']) });
  expect(await stack.call(self, 'GET', `/v1/claims/${claim.id}`)).toMatchObject({ status: 200 });
});
