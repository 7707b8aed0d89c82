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
let elderId: string;
let designation: Answered;

beforeAll(async () => {
  stack = await startSettlement();
  generalHospital = await aMedicalInstitution(stack, { level: 3 });
  nursingHospital = await aMedicalInstitution(stack, { level: 1, kind: 'NURSING_HOSPITAL' });
  designation = await designated(stack, generalHospital);
  await designated(stack, nursingHospital);
  elderId = await anElder(stack);
  await stack.at('2026-06-30T02:00:00Z');
});
afterAll(() => stack.stop());

const STAY = { admittedOn: '2026-05-01', dischargedOn: '2026-05-11' };
const body = (of: object = {}) => ({
  ...aClaim({ elderId, institutionId: generalHospital, ...STAY }, E1_LINES),
  ...of,
});
const claim = (of: object, path = '/v1/claims', caller = hospital(generalHospital)) =>
  stack.call(caller, 'POST', path, { body: body(of) });
const line = (of: object) => ({ lines: [{ ...E1_LINES[0], ...of }] });

it.each<[string, object, number, string]>([
  ['an elder nobody knows', { elderId: newId() }, 422, 'UNKNOWN_REFERENCE'],
  ['another scheme than the person’s', { scheme: 'EMPLOYEE' }, 422, 'INSURED_DIFFERENTLY'],
  ['a stay that ends tomorrow', { dischargedOn: '2026-07-01' }, 422, 'STAY_NOT_ENDED'],
  ['a date that does not exist', { dischargedOn: '2026-02-30' }, 400, 'MALFORMED_REQUEST'],
  ['a bill of nothing but living care', line({ fundCategory: 'LIVING_CARE' }), 422, 'NOTHING_TO_SETTLE'],
  ['a fund category nobody knows', line({ fundCategory: 'PARKING' }), 400, 'MALFORMED_REQUEST'],
  ['a negative amount', line({ amountFen: -1 }), 400, 'MALFORMED_REQUEST'],
  ['a fraction of a fen', line({ amountFen: 1.5 }), 400, 'MALFORMED_REQUEST'],
  ['a share of 0.0000001', line({ catalogueClass: 'B', preselfRatio: 1e-7 }), 400, 'MALFORMED_REQUEST'],
  ['a share above 1', line({ catalogueClass: 'B', preselfRatio: 1.0001 }), 400, 'MALFORMED_REQUEST'],
  ['more above the limit than the amount', line({ overLimitFen: 9_000_000 }), 400, 'LINE_MALFORMED'],
  ['no lines', { lines: [] }, 400, 'MALFORMED_REQUEST'],
  ['an unknown field', { discount: 1 }, 400, 'MALFORMED_REQUEST'],
])('refuses %s, pre-settling like settling, and stores nothing', async (_, of, status, code) => {
  const rows = () => stack.own.asSuperuser('select (select count(*) from claim), (select count(*) from benefit_entry)');
  const before = await rows();
  for (const path of ['/v1/claims/pre-settle', '/v1/claims'])
    expect(await claim(of, path)).toMatchObject({ status, body: { code } });
  expect(await rows()).toEqual(before);
});

it('lets a hospital settle for itself only, and only the roles of the table', async () => {
  expect(await claim({}, '/v1/claims', hospital(newId()))).toMatchObject({
    status: 403,
    body: { code: 'NOT_ALLOWED' },
  });
  expect(await claim({}, '/v1/claims', aCaller('CARE_INST', { organisationId: generalHospital }))).toMatchObject({
    status: 403,
  });
  expect(await stack.call(aCaller('HEALTH'), 'GET', `/v1/accumulations/${elderId}?year=2026`)).toMatchObject({
    status: 403,
  });
});

it('settles a linked stay the same however the ids are written', async () => {
  const [person, up, down] = [await anElder(stack), newId(), newId()];
  const first = { elderId: person, institutionId: generalHospital, referralId: up, ...STAY };
  const second = {
    elderId: person,
    institutionId: nursingHospital,
    referralId: down,
    admittedOn: '2026-05-11',
    dischargedOn: '2026-05-20',
  };
  await aCompletedReferral(stack, {
    ...second,
    parentReferralId: up,
    chainId: newId(),
    fromInstitutionId: generalHospital,
  });
  await stack.call(hospital(generalHospital), 'POST', '/v1/claims', { body: aClaim(first, E1_LINES) });
  const shouted = { ...second, elderId: person.toUpperCase(), referralId: down.toUpperCase() };
  const settled = await stack.call(hospital(nursingHospital), 'POST', '/v1/claims', {
    body: aClaim(shouted, E2_LINES),
  });
  expect(settled.body).toMatchObject({
    elderId: person,
    referralId: down,
    amounts: { actPayDedcFen: 0, hifpPayFen: 484_500 },
  });
  const url = `/v1/claims/${settled.id.toUpperCase()}/cancel`;
  expect(
    await stack.call(hospital(nursingHospital), 'POST', url, {
      body: { reasonCode: 'BILL_WRONG' },
      ifMatch: settled.etag,
    }),
  ).toMatchObject({ status: 200 });
});

it('shows an insured elder without claims an empty year, and nobody else’s', async () => {
  const other = await anElder(stack);
  const url = `/v1/accumulations/${other}?year=2026`;
  expect(await stack.call(aCaller('ELDER', { elderId: other }), 'GET', url)).toMatchObject({
    status: 200,
    body: { items: [] },
  });
  expect(await stack.call(aCaller('ELDER', { elderId }), 'GET', url)).toMatchObject({ status: 404 });
  expect(await stack.call(hospital(generalHospital), 'GET', url)).toMatchObject({ status: 404 });
});

it('SET-06 refuses new stays from the suspension on, settles running ones, and new ones again after it is restored', async () => {
  const settle = async (admittedOn: string) =>
    claim({ elderId: await anElder(stack), admittedOn, dischargedOn: '2026-06-29' });
  const step = (name: string, values: object) =>
    stack.call(insurance(), 'POST', `/v1/designations/${designation.id}/${name}`, {
      body: values,
      ifMatch: designation.etag,
    });
  designation = await step('suspend', { effectiveOn: '2026-06-01', reasonCode: 'CHECK_FAILED' });
  expect(designation).toMatchObject({ status: 200, body: { status: 'SUSPENDED', effectiveOn: '2026-06-01' } });
  expect((await settle('2026-05-31')).status).toBe(201);
  expect(await settle('2026-06-01')).toMatchObject({
    status: 422,
    body: { code: 'NOT_DESIGNATED', inputs: { status: 'SUSPENDED' } },
  });
  designation = await step('restore', { restoredOn: '2026-06-20' });
  expect((await settle('2026-06-19')).status).toBe(422);
  expect((await settle('2026-06-20')).status).toBe(201);
  expect(await step('terminate', { effectiveOn: '2026-07-01', reasonCode: 'BY_AGREEMENT' })).toMatchObject({
    status: 422,
    body: { code: 'DATE_OUT_OF_ORDER' },
  });
  designation = await step('terminate', { effectiveOn: '2026-06-30', reasonCode: 'BY_AGREEMENT' });
  expect(designation.body).toMatchObject({ status: 'TERMINATED' });
  expect((await stack.said(EVENT.designationTerminatedV1)).length).toBe(1);
});
