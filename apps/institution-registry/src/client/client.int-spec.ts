import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack, type Answered } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { aFiledHome } from '../testing/filed-home.js';

const civilAffairs = aCaller('CIVIL_AFFAIRS');

describe('clients of institutions on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T01:00:00Z' });
  });
  afterAll(() => stack.stop());

  const urlOf = (institutionId: string, clientId: string) => `/v1/institutions/${institutionId}/clients/${clientId}`;
  const etagOf = async (id: string) => (await stack.call(civilAffairs, 'GET', `/v1/institutions/${id}`)).etag;
  const bind = async (institutionId: string, clientId: string, caller = civilAffairs): Promise<Answered> =>
    stack.call(caller, 'PUT', urlOf(institutionId, clientId), {
      body: { role: 'CARE_INST' },
      ifMatch: await etagOf(institutionId),
    });
  const boundTo = async (clientId: string) =>
    (
      await stack.own.asSuperuser<{ institution_id: string }>(
        'select institution_id from client_binding where client_id = $1',
        [clientId],
      )
    ).map((row) => row.institution_id);

  it('acts for one institution until it is unbound', async () => {
    const [home, other] = [await aFiledHome(stack), await aFiledHome(stack)];
    expect(await bind(home.id, 'client-1')).toMatchObject({ status: 200, body: { clientId: 'client-1' } });
    expect((await bind(home.id, 'client-1')).status).toBe(200);
    expect(await bind(other.id, 'client-1')).toMatchObject({ status: 409, body: { code: 'CLIENT_BOUND_ELSEWHERE' } });
    expect(await boundTo('client-1')).toEqual([home.id]);
    const unbind = async (id: string) =>
      stack.call(civilAffairs, 'DELETE', urlOf(id, 'client-1'), { ifMatch: await etagOf(id) });
    expect((await unbind(other.id)).status).toBe(404);
    expect((await unbind(home.id)).status).toBe(200);
    expect((await bind(other.id, 'client-1')).status).toBe(200);
    expect(await stack.said(EVENT.institutionClientUnboundV1, home.id)).toHaveLength(1);
  });

  it('is bound to one of ten institutions that want it at once, and no other is told that it has it', async () => {
    const homes = await Promise.all(Array.from({ length: 10 }, () => aFiledHome(stack)));
    const answers = await Promise.all(homes.map(({ id }) => bind(id, 'client-2')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    const winner = homes[answers.findIndex(({ status }) => status === 200)];
    expect(await boundTo('client-2')).toEqual([winner?.id]);
    const said = await Promise.all(homes.map(({ id }) => stack.said(EVENT.institutionClientBoundV1, id)));
    expect(said.flat()).toMatchObject([{ institutionId: winner?.id, clientId: 'client-2' }]);
  });

  it('is bound by the department of the side and the region only, under a name that can stand in a path', async () => {
    const home = await aFiledHome(stack);
    expect((await bind(home.id, 'client-3', aCaller('HEALTH'))).status).toBe(403);
    expect((await bind(home.id, 'client-3', home.caller)).status).toBe(403);
    expect(await bind(home.id, 'a%20b')).toMatchObject({ status: 400, body: { fields: [{ path: 'clientId' }] } });
    expect(await boundTo('client-3')).toEqual([]);
  });
});
