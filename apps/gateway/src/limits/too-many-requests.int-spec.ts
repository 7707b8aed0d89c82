import { call, newToken } from '../testing/calls.js';
import { startGatewayStack } from '../testing/gateway-stack.js';
import { limitsFrom } from './rate-limits.js';

it('answers 429 with Retry-After to a client that is too fast, class by class, and lets others through', async () => {
  const limits = limitsFrom(JSON.stringify({ write: { perSecond: 0.5, burst: 2 } }));
  const stack = await startGatewayStack({ limits });
  const [fast, other] = [
    await newToken(stack, { clientId: 'fast', role: 'HEALTH', region: '421202' }),
    await newToken(stack, { clientId: 'other', role: 'HEALTH', region: '421202' }),
  ];
  const post = (token: string) => call(stack, 'POST', '/v1/applications', { token, body: {} });
  expect([(await post(fast)).status, (await post(fast)).status]).toEqual([200, 200]);
  const refused = await post(fast);
  expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS', owner: 'caller' } });
  expect(Number(refused.headers.get('retry-after'))).toBe(2);
  expect((await call(stack, 'GET', '/v1/institutions', { token: fast })).status).toBe(200);
  expect((await post(other)).status).toBe(200);
  await stack.stop();
});
