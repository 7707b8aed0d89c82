import { createRemoteJWKSet, jwtVerify } from 'jose';
import { call, newToken } from '../testing/calls.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';

describe('the development issuer and clock', () => {
  let stack: GatewayStack;
  beforeAll(async () => void (stack = await startGatewayStack()));
  afterAll(() => stack.stop());

  it('hands out tokens that any OAuth client can get, by form and basic authentication', async () => {
    const { clientId, clientSecret, bound } = (
      await call(stack, 'POST', '/dev/clients', { body: { role: 'INSURANCE', region: '421200' } })
    ).body as { clientId: string; clientSecret: string; bound: boolean };
    expect(bound).toBe(true);
    const answer = await fetch(`${stack.gateway.url}/dev/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(answer.status).toBe(200);
    const token = (await answer.json()) as { access_token: string; token_type: string; expires_in: number };
    expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const keys = createRemoteJWKSet(new URL(`${stack.gateway.url}/dev/jwks.json`));
    const { payload } = await jwtVerify(token.access_token, keys, { issuer: 'http://gateway.test' });
    expect(payload).toMatchObject({ client_id: clientId, aud: 'yiyang-exchange' });
  });

  it('publishes no private key', async () => {
    const { keys } = (await call(stack, 'GET', '/dev/jwks.json')).body as { keys: Record<string, string>[] };
    expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('refuses a wrong secret, an earlier secret and another grant', async () => {
    const client = { clientId: 'rotated', role: 'HEALTH', region: '421202' };
    const first = (await call(stack, 'POST', '/dev/clients', { body: client })).body['clientSecret'];
    await call(stack, 'POST', '/dev/clients', { body: client });
    const ask = (secret: unknown, grant = 'client_credentials') =>
      call(stack, 'POST', '/dev/token', { body: { grant_type: grant, client_id: 'rotated', client_secret: secret } });
    expect(await ask(first)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(await ask('wrong')).toMatchObject({ status: 401 });
    expect(await ask(first, 'password')).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
  });

  it('refuses a department without a region and a purpose that its role may not hold', async () => {
    expect((await call(stack, 'POST', '/dev/clients', { body: { role: 'HEALTH' } })).status).toBe(400);
    const wrong = { role: 'HEALTH', region: '421202', purposes: ['TREATMENT'] };
    expect((await call(stack, 'POST', '/dev/clients', { body: wrong })).status).toBe(400);
    expect((await call(stack, 'POST', '/dev/clients', { body: { role: 'HEALTH', region: '999999' } })).status).toBe(
      400,
    );
  });

  it('lets its tokens survive a restart, with the key sealed in the database', async () => {
    const token = await newToken(stack, { clientId: 'lasting', role: 'HEALTH', region: '421202' });
    await stack.restart();
    expect((await call(stack, 'GET', '/v1/institutions', { token })).status).toBe(200);
    const [row] = await stack.database.asSuperuser<{ sealed: Buffer }>('select sealed from development_key');
    expect(row?.sealed.toString('latin1')).not.toContain('"kty"');
  });

  it('moves the business clock of every service and its own, forward only, and keeps it over a restart', async () => {
    const target = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const moved = await call(stack, 'PUT', '/dev/clock', { body: { now: target } });
    expect(moved.status).toBe(200);
    const offset = moved.body['offsetMilliseconds'] as number;
    expect(Math.abs(offset - 30 * 86_400_000)).toBeLessThan(5000);
    for (const service of Object.values(stack.services)) expect(service.clockOffset).toBe(offset);
    const back = await call(stack, 'PUT', '/dev/clock', { body: { offsetMilliseconds: 0 } });
    expect(back).toMatchObject({ status: 422, body: { code: 'CLOCK_ONLY_FORWARD' } });
    await stack.restart();
    expect((await call(stack, 'GET', '/dev/clock')).body['offsetMilliseconds']).toBe(offset);
  });

  it('says which service could not be moved', async () => {
    stack.services.monitoring.answer = undefined;
    await stack.services.monitoring.stop();
    const offsetMilliseconds = 60 * 86_400_000;
    const answer = await call(stack, 'PUT', '/dev/clock', { body: { offsetMilliseconds } });
    expect(answer).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE', inputs: { services: ['monitoring'] } } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await call(stack, 'GET', '/health/ready')).body).toMatchObject({ parts: { monitoring: { ok: false } } });
  });
});

describe('a gateway that is not in development', () => {
  it('has neither issuer nor clock', async () => {
    const oidc = { issuer: 'https://issuer.test', algorithms: ['RS256'] as const };
    const stack = await startGatewayStack({ development: false, oidc });
    for (const [method, path] of [
      ['POST', '/dev/clients'],
      ['POST', '/dev/token'],
      ['GET', '/dev/jwks.json'],
      ['PUT', '/dev/clock'],
      ['GET', '/.well-known/openid-configuration'],
    ] as const)
      expect((await call(stack, method, path, method === 'GET' ? {} : { body: {} })).status).toBe(404);
    await stack.stop();
  });
});
