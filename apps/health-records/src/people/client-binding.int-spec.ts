import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, anElder, aPlace, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
beforeAll(async () => {
  stack = await startRecords({ policies: false });
  home = await aPlace(stack, 'CARE');
}, 120_000);
afterAll(() => stack.stop());

const bind = (elderId: string, clientId: string, ifMatch?: string) =>
  stack.call(aCaller('CIVIL_AFFAIRS'), 'PUT', `/v1/elders/${elderId}/clients/${clientId}`, { ifMatch });

it('binds a client once, raises the version and says so', async () => {
  const [elderId, clientId] = [await anElder(stack, home), newId()];
  expect(await bind(elderId, clientId, '"1"')).toMatchObject({ status: 200, etag: '"2"', body: { elderId, clientId } });
  expect(await bind(elderId, clientId, '"2"')).toMatchObject({ status: 200, etag: '"2"' });
  expect(await stack.said(EVENT.elderClientBoundV1, elderId)).toEqual([{ elderId, clientId }]);
});

it('refuses a missing and a stale version', async () => {
  const elderId = await anElder(stack, home);
  expect((await bind(elderId, newId())).status).toBe(428);
  expect((await bind(elderId, newId(), '"7"')).status).toBe(412);
});

it('refuses a client that is somebody else’s, in the same region and in another', async () => {
  const [one, other] = [await anElder(stack, home), await anElder(stack, home)];
  const far = await anElder(stack, home, { residenceRegion: '500229' });
  const clientId = newId();
  await bind(one, clientId, '"1"');
  expect(await bind(other, clientId, '"1"')).toMatchObject({ status: 409, body: { code: 'CLIENT_ALREADY_BOUND' } });
  const farClerk = aCaller('CIVIL_AFFAIRS', { region: '500000' });
  const path = `/v1/elders/${far}/clients/${clientId}`;
  expect(await stack.call(farClerk, 'PUT', path, { ifMatch: '"1"' })).toMatchObject({
    status: 409,
    body: { code: 'CLIENT_ALREADY_BOUND' },
  });
});

it('refuses a client id that is none, and institutions altogether', async () => {
  const elderId = await anElder(stack, home);
  expect(await bind(elderId, 'a%20b', '"1"')).toMatchObject({ status: 400, body: { fields: [{ path: 'clientId' }] } });
  const path = `/v1/elders/${elderId}/clients/${newId()}`;
  expect((await stack.call(home.caller, 'PUT', path, { ifMatch: '"1"' })).status).toBe(403);
});
