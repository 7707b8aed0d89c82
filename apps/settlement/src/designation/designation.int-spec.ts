import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, type Answered, type ServiceStack, startSettlement } from '../testing/settlement-stack.js';
import { aCareHome, aMedicalInstitution, designated, hospital, insurance } from '../testing/named.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startSettlement();
});
afterAll(() => stack.stop());

const apply = (institutionId: string, schemes: string[] = ['RESIDENT']) =>
  stack.call(hospital(institutionId), 'POST', '/v1/designations', { body: { institutionId, schemes } });
const step = (answer: Answered, name: string, body: object, caller = insurance()) =>
  stack.call(caller, 'POST', `/v1/designations/${answer.id}/${name}`, { body, ifMatch: answer.etag });

it('SET-01 refuses the day before three months of operation with the earliest day and the clause, and takes the next day', async () => {
  await stack.at('2026-03-31T15:59:00Z');
  const institutionId = await aMedicalInstitution(stack, { operatingSince: '2026-01-01' });
  expect(await apply(institutionId)).toMatchObject({
    status: 422,
    body: {
      code: 'TOO_EARLY',
      rule: 'SET-01',
      clause: '(十五)',
      source: '003篇六 咸宁市',
      inputs: {
        operatingSince: '2026-01-01',
        minOperatingMonths: 3,
        appliedOn: '2026-03-31',
        earliestOn: '2026-04-01',
      },
    },
  });
  await stack.at('2026-03-31T16:00:00Z');
  expect(await apply(institutionId)).toMatchObject({
    status: 201,
    etag: '"1"',
    body: { status: 'APPLIED', appliedOn: '2026-04-01' },
  });
  expect(await stack.said(EVENT.designationAppliedV1)).toMatchObject([
    { institutionId, schemes: ['RESIDENT'], division: '421202' },
  ]);
});

it('is ACTIVE only after the system is open', async () => {
  const institutionId = await aMedicalInstitution(stack);
  const answer = await designated(stack, institutionId);
  expect(answer).toMatchObject({
    status: 200,
    etag: '"5"',
    body: { status: 'ACTIVE', openedOn: '2026-04-20', overdue: [] },
  });
  const said = (await stack.said(EVENT.designationActivatedV1)).filter(
    (event) => event.institutionId === institutionId,
  );
  expect(said).toEqual([
    { designationId: answer.body['id'], institutionId, schemes: ['RESIDENT'], activatedOn: '2026-04-20' },
  ]);
  const listed = await stack.call(hospital(institutionId), 'GET', `/v1/designations?institutionId=${institutionId}`);
  expect(listed.body).toMatchObject({ items: [{ id: answer.body['id'], status: 'ACTIVE' }], nextCursor: null });
});

it('SET-03 warns fifteen days before, says once that an evaluation is late, from the day after its last, and still stores it', async () => {
  await stack.at('2026-05-01T02:00:00Z');
  const institutionId = await aMedicalInstitution(stack);
  const accepted = await step(await apply(institutionId), 'accept', {});
  expect(accepted.body).toMatchObject({
    status: 'UNDER_EVALUATION',
    acceptedOn: '2026-05-01',
    evaluationDueOn: '2026-08-01',
  });
  const missed = async () =>
    (await stack.said(EVENT.designationDeadlineMissedV1)).filter((event) => event.institutionId === institutionId);
  const near = async () =>
    (await stack.said(EVENT.designationDeadlineNearV1)).filter((event) => event.institutionId === institutionId);
  await stack.at('2026-07-16T15:59:00Z');
  await stack.sweep();
  expect(await near()).toEqual([]);
  await stack.at('2026-07-16T16:00:00Z');
  await stack.until('select 1 from deadline where subject_id = $1 and warned_at is not null', [accepted.body['id']]);
  expect(await near()).toMatchObject([{ clock: 'EVALUATION', dueOn: '2026-08-01' }]);
  await stack.at('2026-08-01T15:59:00Z');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await missed()).toEqual([]);
  await stack.at('2026-08-01T16:00:00Z');
  await stack.until('select 1 from deadline where subject_id = $1 and breached_at is not null', [accepted.body['id']]);
  expect(await missed()).toMatchObject([{ clock: 'EVALUATION', dueOn: '2026-08-01' }]);
  const evaluated = await step(accepted, 'evaluate', { result: 'PASSED', evaluatedOn: '2026-08-02' });
  expect(evaluated.body).toMatchObject({ status: 'QUALIFIED', overdue: ['EVALUATION'] });
});

it('SET-05 refuses a care home, while its unit is designated on its own', async () => {
  await stack.at('2026-08-10T02:00:00Z');
  const home = await aCareHome(stack);
  expect(await apply(home)).toMatchObject({ status: 422, body: { code: 'KIND_NOT_DESIGNABLE', rule: 'SET-05' } });
  const care = aCaller('CARE_INST', { organisationId: home });
  expect(
    await stack.call(care, 'POST', '/v1/designations', { body: { institutionId: home, schemes: ['RESIDENT'] } }),
  ).toMatchObject({ status: 403 });
  const unit = await aMedicalInstitution(stack, { level: 1, kind: 'NURSING_HOSPITAL', hostId: home });
  expect((await apply(unit)).status).toBe(201);
});

it('SET-08 refuses a scheme that the region does not open (P-13)', async () => {
  const institutionId = await aMedicalInstitution(stack);
  expect(await apply(institutionId, ['RESIDENT', 'EMPLOYEE'])).toMatchObject({
    status: 422,
    body: { code: 'SCHEME_NOT_IN_REGION', rule: 'SET-08', inputs: { opened: ['RESIDENT'] } },
  });
});

it('refuses a second application while one is under way, and takes one after a rejection', async () => {
  const institutionId = await aMedicalInstitution(stack);
  const applied = await apply(institutionId);
  expect(await apply(institutionId)).toMatchObject({ status: 409, body: { code: 'DESIGNATION_EXISTS' } });
  const today = String(applied.body['appliedOn']);
  const rejected = await step(await step(applied, 'accept', {}), 'evaluate', { result: 'FAILED', evaluatedOn: today });
  expect(rejected.body).toMatchObject({ status: 'REJECTED' });
  expect(await step(rejected, 'sign-agreement', { signedOn: today })).toMatchObject({
    status: 409,
    body: { code: 'DESIGNATION_STEP_NOT_ALLOWED' },
  });
  expect((await apply(institutionId)).status).toBe(201);
});

it('keeps other regions, other roles and other institutions away', async () => {
  const institutionId = await aMedicalInstitution(stack);
  const applied = await apply(institutionId);
  const elsewhere = aCaller('INSURANCE', { region: '360000' });
  expect(await step(applied, 'accept', {}, elsewhere)).toMatchObject({ status: 404 });
  expect(await step(applied, 'accept', {}, aCaller('HEALTH'))).toMatchObject({ status: 403 });
  expect(await stack.call(hospital(newId()), 'GET', `/v1/designations/${applied.id}`)).toMatchObject({
    status: 404,
  });
  expect(
    await stack.call(hospital(newId()), 'POST', '/v1/designations', { body: { institutionId, schemes: ['RESIDENT'] } }),
  ).toMatchObject({ status: 403 });
});

it('takes an acceptance without a body as one of today', async () => {
  const applied = await apply(await aMedicalInstitution(stack));
  const url = `/v1/designations/${applied.id}/accept`;
  const accepted = await stack.call(insurance(), 'POST', url, { ifMatch: applied.etag });
  expect(accepted).toMatchObject({ status: 200, body: { acceptedOn: applied.body['appliedOn'] } });
});

it('refuses a step on a version that is not the last', async () => {
  const institutionId = await aMedicalInstitution(stack);
  const applied = await apply(institutionId);
  await step(applied, 'accept', {});
  expect(await step(applied, 'accept', {})).toMatchObject({ status: 412 });
});

it('ends the designation of an institution that closes', async () => {
  const institutionId = await aMedicalInstitution(stack);
  const answer = await designated(stack, institutionId);
  await stack.say(EVENT.institutionOperationChangedV1, {
    institutionId,
    from: 'OPERATING',
    to: 'CLOSED',
    effectiveOn: '2026-09-01',
  });
  await stack.until(`select 1 from designation where institution_id = $1 and status = 'TERMINATED'`, [institutionId]);
  const said = (await stack.said(EVENT.designationTerminatedV1)).filter(
    (event) => event.institutionId === institutionId,
  );
  expect(said).toEqual([
    { designationId: answer.body['id'], institutionId, effectiveOn: '2026-09-01', reasonCode: 'INSTITUTION_CLOSED' },
  ]);
});
