import { limitsFrom } from '../limits/rate-limits.js';
import { call, newToken } from '../testing/calls.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';

describe('a request without a token', () => {
  let stack: GatewayStack;
  beforeAll(async () => {
    stack = await startGatewayStack({ limits: limitsFrom('{"anybody":{"perSecond":0.5,"burst":5}}') });
    // What is open to anybody is known once the services have shown their documents.
    while ((await listing()).status === 401);
  });
  afterAll(() => stack.stop());

  const listing = (options = {}) => call(stack, 'GET', '/v1/policies/resolve?key=x', options);

  it('reaches what the policy table gives to anybody, as the public', async () => {
    const answer = await listing();
    expect(answer).toMatchObject({
      status: 200,
      body: { caller: { clientId: 'anybody', role: 'PUBLIC', region: '' } },
    });
  });

  it('is believed no caller of its own and gets nothing else', async () => {
    const asked = { headers: { 'x-purpose': 'SUPERVISION', 'x-emergency-reason': 'FIRE' } };
    expect((await listing(asked)).body).toMatchObject({ caller: { purpose: 'PUBLIC_INFORMATION' } });
    for (const [method, path] of [
      ['GET', '/v1/institutions'],
      ['POST', '/v1/policies/resolve'],
      ['GET', '/v1/nothing'],
    ] as const)
      expect((await call(stack, method, path)).status).toBe(401);
  });

  it('with a bad token is refused, not taken for the public; with a good one it is who it is', async () => {
    expect((await listing({ token: 'x.y.z' })).status).toBe(401);
    const token = await newToken(stack, { clientId: 'xianan-health', role: 'HEALTH', region: '421202' });
    expect((await listing({ token })).body).toMatchObject({ caller: { clientId: 'xianan-health' } });
  });

  it('is counted by address: 429 after the burst, while callers with a token go on', async () => {
    while ((await listing()).status === 200);
    expect(await listing()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
    const token = await newToken(stack, { clientId: 'other-health', role: 'HEALTH', region: '421202' });
    expect((await listing({ token })).status).toBe(200);
  });
});
