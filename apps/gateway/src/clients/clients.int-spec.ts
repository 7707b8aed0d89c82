import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { call, newToken } from '../testing/calls.js';
import { eventually } from '../testing/read-stream.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';
import { withPurposes } from './configured-client.js';

describe('whom a client stands for', () => {
  let stack: GatewayStack;
  const department = withPurposes({
    clientId: 'xianan-insurance',
    role: 'INSURANCE',
    region: '421202',
    purposes: ['SETTLEMENT'],
  });
  beforeAll(async () => void (stack = await startGatewayStack({ clients: [department] })));
  afterAll(() => stack.stop());

  const callerOf = async (token: string) => (await call(stack, 'GET', '/v1/institutions', { token })).body['caller'];
  const bind = (clientId: string, institutionId: string, sequence = 1) =>
    stack.say(
      EVENT.institutionClientBoundV1,
      institutionId,
      { institutionId, clientId, role: 'CARE_INST', division: '421202' },
      sequence,
    );
  const bindElder = (clientId: string, elderId: string) =>
    stack.say(EVENT.elderClientBoundV1, elderId, { elderId, clientId }, 1);
  const isBound = (clientId: string) =>
    eventually(async () => (await stack.gateway.own.clients.find(clientId)) !== undefined);
  const isUnbound = (clientId: string) =>
    eventually(async () => (await stack.gateway.own.clients.find(clientId)) === undefined);

  it('is what configuration says for a department, with its own purposes', async () => {
    const token = await newToken(stack, { clientId: 'xianan-insurance' });
    expect(await callerOf(token)).toMatchObject({ role: 'INSURANCE', purposes: ['SETTLEMENT'], purpose: 'SETTLEMENT' });
  });

  it('cannot be taken from a department by binding its client to an institution', async () => {
    await bind('xianan-insurance', newId());
    await eventually(
      async () =>
        (await stack.database.asSuperuser(`select from client_binding where client_id = 'xianan-insurance'`)).length ===
        1,
    );
    stack.gateway.own.directory.forgetAll();
    const token = await newToken(stack, { clientId: 'xianan-insurance' });
    expect(await callerOf(token)).toMatchObject({ role: 'INSURANCE' });
  });

  it('is the institution with its units, also those that come later', async () => {
    const [host, unit] = [newId(), newId()];
    const token = await newToken(stack, { clientId: 'home' });
    await bind('home', host);
    await isBound('home');
    expect(await callerOf(token)).toMatchObject({ role: 'CARE_INST', organisationId: host, region: '421202' });
    const filed = {
      kind: 'INFIRMARY',
      side: 'MEDICAL',
      ownership: 'PRIVATE',
      profitNature: 'NON_PROFIT',
      division: '421202',
    };
    const data = { ...filed, institutionId: unit, qualificationId: newId(), hostId: host, filedOn: '2026-03-02' };
    await stack.say(EVENT.institutionFiledV1, unit, data as never, 1);
    await eventually(async () => JSON.stringify(await callerOf(token)).includes(unit));
    expect(await callerOf(token)).toMatchObject({ unitIds: [unit] });
  });

  it('is the elder, whose rights end at the own person', async () => {
    const elderId = newId();
    const token = await newToken(stack, { clientId: 'granny' });
    await bindElder('granny', elderId);
    await isBound('granny');
    expect(await callerOf(token)).toMatchObject({ role: 'ELDER', elderId, region: '', purposes: ['SELF'] });
  });

  it('is nobody for a client with two bindings, and the one that is left when the other ends', async () => {
    const [one, other] = [newId(), newId()];
    const token = await newToken(stack, { clientId: 'double' });
    await bind('double', one);
    await isBound('double');
    await bind('double', other);
    await isUnbound('double');
    expect((await call(stack, 'GET', '/v1/institutions', { token })).body['code']).toBe('NOT_BOUND');
    await stack.say(EVENT.institutionClientUnboundV1, one, { institutionId: one, clientId: 'double' }, 2);
    await isBound('double');
    await eventually(async () => JSON.stringify(await callerOf(token))?.includes(other) ?? false);
  });

  it('survives that the copy is dropped and built again', async () => {
    const rows = () =>
      stack.database.asSuperuser(
        `select client_id, subject_id, role, region from client_binding
         union all select 'unit', institution_id, host_id::text, null from institution_unit order by 1, 2`,
      );
    const before = await rows();
    expect(before.length).toBeGreaterThan(4);
    await stack.gateway.parts.messaging.rebuild('client-copy');
    await eventually(async () => (await rows()).length === before.length);
    expect(await rows()).toEqual(before);
  });

  it('ends for a department that configuration does not name any more', async () => {
    await stack.restart({ clients: [] });
    expect(await stack.gateway.own.clients.find('xianan-insurance')).not.toMatchObject({ role: 'INSURANCE' });
  });
});
