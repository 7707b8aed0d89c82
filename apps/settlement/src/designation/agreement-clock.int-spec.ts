import { EVENT } from '@yiyang/contracts';
import { aCaller, type ServiceStack, startSettlement } from '../testing/settlement-stack.js';
import { aMedicalInstitution, hospital } from '../testing/named.js';

let stack: ServiceStack;
beforeAll(async () => {
  stack = await startSettlement();
});
afterAll(() => stack.stop());

const WENSHAN = '532601';
const agency = aCaller('INSURANCE', { region: '532600' });

it('SET-02 and SET-04 in Wenshan: applies when founded; agreement and system are due after 30 working days, the system counts too', async () => {
  await stack.at('2024-07-01T02:00:00Z');
  const institutionId = await aMedicalInstitution(stack, {
    division: WENSHAN,
    licensedOn: '2024-07-01',
    operatingSince: null,
  });
  const body = { institutionId, schemes: ['EMPLOYEE', 'RESIDENT'] };
  let answer = await stack.call(hospital(institutionId), 'POST', '/v1/designations', { body });
  expect(answer.status).toBe(201);
  const step = async (name: string, values: object) => {
    answer = await stack.call(agency, 'POST', `/v1/designations/${answer.id}/${name}`, {
      body: values,
      ifMatch: answer.etag,
    });
    return answer;
  };
  const accepted = await step('accept', { acceptedOn: '2024-07-01' });
  expect(accepted.body).toMatchObject({ agreementDueOn: '2024-08-12' });
  expect(accepted.body).not.toHaveProperty('evaluationDueOn');
  await stack.at('2024-08-09T02:00:00Z');
  await step('evaluate', { result: 'PASSED', evaluatedOn: '2024-07-20' });
  expect(await step('sign-agreement', { signedOn: '2024-08-09' })).toMatchObject({
    body: { status: 'AGREEMENT_SIGNED', overdue: [] },
  });

  await stack.at('2024-08-13T02:00:00Z');
  await stack.until(`select 1 from deadline where kind = 'designation.agreement' and breached_at is not null`);
  expect(await stack.said(EVENT.designationDeadlineMissedV1)).toMatchObject([
    { institutionId, clock: 'AGREEMENT', dueOn: '2024-08-12' },
  ]);
  expect(await step('open-system', { openedOn: '2024-08-13' })).toMatchObject({
    body: { status: 'ACTIVE', overdue: ['AGREEMENT'] },
  });
});
