import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { SERVICE_NAMES } from '../proxy/path-owners.js';
import { call, newToken } from '../testing/calls.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';

const NOT_FOUND = { status: 404, headers: { 'content-type': 'application/problem+json' }, body: { code: 'NOT_FOUND' } };

describe('answers that are made of those of all services', () => {
  let stack: GatewayStack;
  let token: string;

  beforeAll(async () => {
    stack = await startGatewayStack();
    token = await newToken(stack, { clientId: 'xianan-civil', role: 'CIVIL_AFFAIRS', region: '421202' });
  });
  beforeEach(() => {
    for (const name of SERVICE_NAMES) stack.services[name].answer = () => NOT_FOUND;
  });
  afterAll(() => stack.stop());

  const get = (path: string) => call(stack, 'GET', path, { token });

  it('find what became of a call in whichever service had it, the latest first', async () => {
    const operation = {
      key: 'k 1',
      route: 'POST /v1/elders',
      state: 'SUCCEEDED',
      status: 201,
      location: '/v1/elders/1',
    };
    stack.services['health-records'].answer = () => ({
      status: 200,
      body: { ...operation, at: '2026-03-02T01:00:00Z' },
    });
    stack.services.referral.answer = () => ({
      status: 200,
      body: { ...operation, status: 200, at: '2026-03-02T02:00:00Z' },
    });
    const answer = await get('/v1/operations/k%201?route=POST%20%2Fv1%2Felders');
    expect(answer).toMatchObject({ status: 200, body: { status: 200, at: '2026-03-02T02:00:00Z' } });
    expect(stack.services.settlement.arrived.at(-1)?.url).toBe('/v1/operations/k%201?route=POST+%2Fv1%2Felders');
  });

  it('say "not found" only when every service has said so', async () => {
    expect((await get('/v1/operations/k-2')).status).toBe(404);
    stack.services.settlement.answer = () => ({ status: 503 });
    expect(await get('/v1/operations/k-2')).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
  });

  it('verify every audit chain, the gateway’s own too, and name the altered one', async () => {
    const proof = { ok: true, entries: 3, seals: 1 };
    for (const name of SERVICE_NAMES) stack.services[name].answer = () => ({ status: 200, body: proof });
    expect((await get('/v1/audit/verify')).body).toMatchObject({ ok: true });
    const firstAltered = { entryId: newId(), reason: 'CONTENT' };
    stack.services.referral.answer = () => ({ status: 200, body: { ...proof, ok: false, firstAltered } });
    const answer = await get('/v1/audit/verify');
    expect(answer.body['ok']).toBe(false);
    const services = answer.body['services'] as { service: string; ok: boolean }[];
    expect(services.map((one) => one.service)).toEqual([...SERVICE_NAMES, 'gateway']);
    expect(services.find((one) => one.service === 'referral')).toEqual({
      ...proof,
      ok: false,
      service: 'referral',
      firstAltered,
    });
  });

  it('prove nothing about an audit chain that nobody could look at', async () => {
    stack.services.monitoring.answer = () => ({ status: 503 });
    expect((await get('/v1/audit/verify')).status).toBe(503);
  });

  it('list the dead letters of one service after the other, page by page and none twice', async () => {
    const letters = (count: number) =>
      Array.from({ length: count }, () => ({ id: newId(), consumer: 'c', topic: 't', reason: 'R' }));
    const held: Record<string, { id: string }[]> = {
      'institution-registry': letters(3),
      referral: letters(2),
      monitoring: letters(1),
    };
    for (const name of SERVICE_NAMES)
      stack.services[name].answer = (request) => {
        const { searchParams } = new URL(request.url, 'http://service');
        const limit = Number(searchParams.get('limit'));
        const from = Number(searchParams.get('cursor') ?? 0);
        const all = held[name] ?? [];
        const nextCursor = from + limit < all.length ? String(from + limit) : null;
        return { status: 200, body: { items: all.slice(from, from + limit), nextCursor } };
      };
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const { body } = await get(`/v1/dead-letters?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...(body['items'] as { id: string }[]).map((item) => item.id));
      cursor = body['nextCursor'] as string | null;
      pages++;
    }
    const expected = SERVICE_NAMES.flatMap((name) => (held[name] ?? []).map((letter) => `${name}:${letter.id}`));
    expect(seen).toEqual(expected);
    expect(pages).toBeLessThanOrEqual(4);
  });

  it('list the deadlines of all services with the filters of the caller, and say when one cannot be asked', async () => {
    const deadline = { id: newId(), kind: 'designation.evaluation', state: 'RUNNING' };
    for (const name of SERVICE_NAMES)
      stack.services[name].answer = () => ({ status: 200, body: { items: [], nextCursor: null } });
    stack.services.settlement.answer = () => ({ status: 200, body: { items: [deadline], nextCursor: null } });
    const answer = await get('/v1/deadlines?state=RUNNING&division=421202');
    expect(answer.body).toEqual({
      items: [{ ...deadline, service: 'settlement', id: `settlement:${deadline.id}` }],
      nextCursor: null,
    });
    expect(stack.services.referral.arrived.at(-1)?.url).toBe('/v1/deadlines?state=RUNNING&division=421202&limit=50');
    expect((await get('/v1/deadlines?state=LATE')).status).toBe(400);
    stack.services.referral.answer = () => ({ status: 503 });
    expect(await get('/v1/deadlines')).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
  });

  it('hand a redrive to the owner with its key, and refuse an id that names nobody', async () => {
    const id = newId();
    stack.services.referral.answer = () => ({ status: 200, headers: { etag: '"1"' }, body: { id } });
    const headers = { 'idempotency-key': 'redrive-1' };
    const answer = await call(stack, 'POST', `/v1/dead-letters/referral:${id}/redrive`, { token, headers });
    expect(answer).toMatchObject({ status: 200, body: { id } });
    const arrived = stack.services.referral.arrived.at(-1);
    expect(arrived).toMatchObject({ method: 'POST', url: `/v1/dead-letters/${id}/redrive`, headers });
    for (const wrong of [id, `somebody:${id}`, 'referral:1', `referral:${id}x`])
      expect((await call(stack, 'POST', `/v1/dead-letters/${wrong}/redrive`, { token, headers })).status).toBe(404);
    const keyless = await call(stack, 'POST', `/v1/dead-letters/referral:${id}/redrive`, { token });
    expect(keyless).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_MISSING' } });
  });

  it('list and redrive the gateway’s own dead letters, once', async () => {
    for (const name of SERVICE_NAMES)
      stack.services[name].answer = () => ({ status: 200, body: { items: [], nextCursor: null } });
    const institutionId = newId();
    // Sequence 1 with a payload that the contract does not allow.
    await stack.say(EVENT.institutionClientBoundV1, institutionId, { institutionId } as never, 1);
    let items: { id: string; service: string; consumer: string }[] = [];
    // Both consumers of the topic cannot read it.
    for (let i = 0; i < 100 && items.length < 2; i++) {
      items = (await get('/v1/dead-letters')).body['items'] as typeof items;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(items.map((item) => `${item.service} ${item.consumer}`).toSorted()).toEqual([
      'gateway client-copy',
      'gateway outward-log',
    ]);
    const path = `/v1/dead-letters/${items[0]?.id}/redrive`;
    expect((await call(stack, 'POST', path, { token, headers: { 'idempotency-key': 'own-1' } })).status).toBe(200);
    expect((await call(stack, 'POST', path, { token, headers: { 'idempotency-key': 'own-1' } })).status).toBe(200);
  });
});
