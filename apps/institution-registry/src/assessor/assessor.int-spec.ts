import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { anInstitution } from '../testing/an-institution.js';

const civilAffairs = aCaller('CIVIL_AFFAIRS');

describe('the register of assessors on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-20T01:00:00Z' });
  });
  afterAll(() => stack.stop());

  it('REG-54 lists assessors by certificates valid on a day, renews and ends them, and tells who may assess', async () => {
    const { id: organisationId } = await anInstitution(stack);
    const certificate = { certificateNo: 'PG-421202-0001', validFrom: '2023-01-01', validTo: '2023-12-31' };
    const body = { organisationId, ...certificate };
    const assessor = await stack.call(civilAffairs, 'POST', '/v1/assessors', { body });
    const listed = async (on: string) =>
      (
        (await stack.call(civilAffairs, 'GET', `/v1/assessors?organisationId=${organisationId}&on=${on}`)).body[
          'items'
        ] as unknown[]
      ).length;
    expect([await listed('2023-12-31'), await listed('2024-01-01')]).toEqual([1, 0]);
    const set = (validTo: string, ifMatch?: string) =>
      stack.call(civilAffairs, 'POST', `${assessor.location}/set-validity`, { body: { validTo }, ifMatch });
    expect((await set('2025-12-31', '"1"')).body).toMatchObject({ validTo: '2025-12-31', version: 2 });
    expect(await listed('2024-01-01')).toBe(1);
    expect((await set('2025-12-31', '"1"')).status).toBe(412);
    expect(await set('2022-12-31', '"2"')).toMatchObject({ status: 400, body: { fields: [{ path: 'validTo' }] } });
    await set('2024-03-19', '"2"');
    const said = await stack.said(EVENT.assessorRegisteredV1, assessor.id);
    expect(said.map(({ validTo }) => validTo)).toEqual(['2023-12-31', '2025-12-31', '2024-03-19']);
    const elsewhere = aCaller('CIVIL_AFFAIRS', { region: '360100' });
    expect((await stack.call(elsewhere, 'GET', assessor.location ?? '')).status).toBe(404);
  });
});
