import { CALLER_HEADER, signCaller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { call, newToken } from '../testing/calls.js';
import { INTERNAL_SECRET } from '../testing/echo-service.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';

describe('a request through the gateway', () => {
  let stack: GatewayStack;
  let health: string;

  beforeAll(async () => {
    stack = await startGatewayStack();
    health = await newToken(stack, { clientId: 'xianan-health', role: 'HEALTH', region: '421202' });
  });
  afterAll(() => stack.stop());

  it('reaches the service with the signed caller and its answer comes back as it is', async () => {
    const answer = await call(stack, 'GET', '/v1/institutions?kind=CARE_HOME', { token: health });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toMatchObject({
      url: '/v1/institutions?kind=CARE_HOME',
      caller: { clientId: 'xianan-health', role: 'HEALTH', region: '421202', purpose: 'SUPERVISION' },
    });
  });

  it('passes a body on byte for byte, with the headers that services read', async () => {
    const headers = {
      'idempotency-key': 'k-1',
      'if-match': '"3"',
      'accept-language': 'en',
      cookie: 'no',
      'x-other': 'no',
    };
    const body = { text: '咸安', list: [1, 2.5], nothing: null };
    await call(stack, 'POST', '/v1/applications', { token: health, headers, body });
    const arrived = stack.services['institution-registry'].arrived.at(-1);
    expect(arrived?.body).toBe(JSON.stringify(body));
    expect(arrived?.headers).toMatchObject({ 'idempotency-key': 'k-1', 'if-match': '"3"', 'accept-language': 'en' });
    expect(Object.keys(arrived?.headers ?? {})).not.toEqual(expect.arrayContaining(['cookie']));
    expect(arrived?.headers).not.toHaveProperty('x-other');
    expect(arrived?.headers).not.toHaveProperty('authorization');
  });

  it('echoes good request and correlation ids and replaces bad ones', async () => {
    const good = { 'x-request-id': 'req-1', 'x-correlation-id': 'story-7' };
    const echoed = await call(stack, 'GET', '/v1/institutions', { token: health, headers: good });
    expect(echoed.headers.get('x-request-id')).toBe('req-1');
    expect(echoed.headers.get('x-correlation-id')).toBe('story-7');
    const bad = { 'x-request-id': 'a b"c' };
    const replaced = await call(stack, 'GET', '/v1/institutions', { token: health, headers: bad });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('believes no caller token that comes from outside', async () => {
    const forged = signCaller(
      {
        clientId: 'x',
        role: 'INSURANCE',
        region: '421202',
        purposes: ['SUPERVISION'],
        purpose: 'SUPERVISION',
        requestId: 'r',
      },
      INTERNAL_SECRET,
      { now: new Date() },
    );
    const without = await call(stack, 'GET', '/v1/institutions', { headers: { [CALLER_HEADER]: forged } });
    expect(without.status).toBe(401);
    const local = await call(stack, 'GET', '/v1/audit/verify', { headers: { [CALLER_HEADER]: forged } });
    expect(local.status).toBe(401);
    const beside = await call(stack, 'GET', '/v1/institutions', {
      token: health,
      headers: { [CALLER_HEADER]: forged },
    });
    expect(beside.body['caller']).toMatchObject({ role: 'HEALTH' });
  });

  it('answers 401 with a challenge where there is no token, as a problem document', async () => {
    const answer = await call(stack, 'GET', '/v1/institutions');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="yiyang-exchange"');
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'NOT_AUTHENTICATED', owner: 'caller', status: 401 });
  });

  it('takes the purpose that the request names among those the client holds', async () => {
    const named = await call(stack, 'GET', '/v1/institutions', {
      token: health,
      headers: { 'x-purpose': 'ADMINISTRATION' },
    });
    expect(named.body['caller']).toMatchObject({ purpose: 'ADMINISTRATION' });
    const foreign = await call(stack, 'GET', '/v1/institutions', {
      token: health,
      headers: { 'x-purpose': 'TREATMENT' },
    });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'PURPOSE_NOT_HELD', rule: 'REC-31' } });
    const unknown = await call(stack, 'GET', '/v1/institutions', {
      token: health,
      headers: { 'x-purpose': 'CURIOSITY' },
    });
    expect(unknown).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
  });

  it('hands an emergency reason on inside the caller, and refuses free text there', async () => {
    const reason = await call(stack, 'GET', '/v1/institutions', {
      token: health,
      headers: { 'x-emergency-reason': 'STROKE_CALL' },
    });
    expect(reason.body['caller']).toMatchObject({ emergency: { reasonCode: 'STROKE_CALL' } });
    const text = await call(stack, 'GET', '/v1/institutions', {
      token: health,
      headers: { 'x-emergency-reason': 'she fell' },
    });
    expect(text.status).toBe(400);
  });

  it('refuses a role whose view lacks the operation before the service is asked, and audits it', async () => {
    const integrator = await newToken(stack, { clientId: 'vendor', role: 'INTEGRATOR', region: '421202' });
    const before = stack.services.settlement.arrived.length;
    const answer = await call(stack, 'POST', '/v1/claims', { token: integrator, body: {} });
    expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED', inputs: { action: 'claim.settle' } } });
    expect(stack.services.settlement.arrived).toHaveLength(before);
    const entries = await stack.database.asSuperuser(
      `select action, outcome from audit_entry where client_id = 'vendor' and action = 'claim.settle'`,
    );
    expect(entries).toEqual([{ action: 'claim.settle', outcome: 'REFUSED' }]);
  });

  it.each([
    '/v1/unknown',
    '/v1/institutions/a/b/c',
    '/v1/institutions/../../internal/clock',
    '/v1/institutions/%2e%2e',
  ])('answers 404 for %s without asking a service', async (path) => {
    const { hostname, port } = new URL(stack.gateway.url);
    const { request } = await import('node:http');
    const before = stack.services['institution-registry'].arrived.length;
    const status = await new Promise((resolve) => {
      request({ hostname, port, path, headers: { authorization: `Bearer ${health}` } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(404);
    expect(stack.services['institution-registry'].arrived).toHaveLength(before);
  });

  it.each(['/v1/%zz', '/%'])('answers %s, which is no URL, with a problem', async (path) => {
    const answer = await call(stack, 'GET', path, { token: health });
    expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });

  it('finds its way by another spelling of the path no more than by the right one', async () => {
    const answer = await call(stack, 'GET', '/%761/audit/verify');
    expect(answer.status).toBe(401);
    expect((await call(stack, 'GET', '/%761/institutions', { token: health })).status).toBe(404);
  });

  it('lets nobody keep a copy of what it answers', async () => {
    const answer = await call(stack, 'GET', '/v1/institutions', { token: health });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('refuses a body above 1 MiB with 413', async () => {
    const answer = await call(stack, 'POST', '/v1/applications', {
      token: health,
      body: { text: 'x'.repeat(1 << 20) },
    });
    expect(answer).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  });

  it('passes a file of up to 8 MiB on to the route that takes one, byte for byte, and only with a token', async () => {
    const upload = (bytes: number, token?: string) =>
      fetch(`${stack.gateway.url}/v1/survey-imports`, {
        method: 'POST',
        body: Buffer.alloc(bytes, 'x'),
        headers: { 'content-type': 'text/csv', ...(token && { authorization: `Bearer ${token}` }) },
      });
    expect((await upload(8 << 20, health)).status).toBe(200);
    const arrived = stack.services['institution-registry'].arrived.at(-1);
    expect([arrived?.url, arrived?.body.length]).toEqual(['/v1/survey-imports', 8 << 20]);
    expect((await upload((8 << 20) + 1, health)).status).toBe(413);
    expect((await upload(1)).status).toBe(401);
  });

  it('answers 403 NOT_BOUND to a client that nobody bound, and lets it in once an event has', async () => {
    const institutionId = newId();
    const token = await newToken(stack, { clientId: 'home-client' });
    expect(await call(stack, 'GET', '/v1/institutions', { token })).toMatchObject({
      status: 403,
      body: { code: 'NOT_BOUND' },
    });
    const bound = { institutionId, clientId: 'home-client', role: 'CARE_INST', division: '421202' } as const;
    await stack.say(EVENT.institutionClientBoundV1, institutionId, bound, 1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answer = await call(stack, 'GET', '/v1/institutions', { token });
    expect(answer.body['caller']).toMatchObject({ role: 'CARE_INST', organisationId: institutionId, region: '421202' });
  });

  it('waits for the event of a binding that is still on its way', async () => {
    const institutionId = newId();
    const token = await newToken(stack, { clientId: 'hospital-client' });
    const early = call(stack, 'GET', '/v1/institutions', { token });
    const bound = { institutionId, clientId: 'hospital-client', role: 'MED_INST', division: '421202' } as const;
    await stack.say(EVENT.institutionClientBoundV1, institutionId, bound, 1);
    expect((await early).status).toBe(200);
    await stack.say(EVENT.institutionClientUnboundV1, institutionId, { institutionId, clientId: 'hospital-client' }, 2);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await call(stack, 'GET', '/v1/institutions', { token })).status).toBe(403);
  });
});
