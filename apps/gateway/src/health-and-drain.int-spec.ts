import { setTimeout as sleep } from 'node:timers/promises';
import { call, newToken } from './testing/calls.js';
import { eventually } from './testing/read-stream.js';
import { startGatewayStack, type GatewayStack } from './testing/gateway-stack.js';

describe('health and drain', () => {
  let stack: GatewayStack;
  let token: string;
  beforeEach(async () => {
    stack = await startGatewayStack();
    token = await newToken(stack, { clientId: 'xianan-health', role: 'HEALTH', region: '421202' });
  });
  afterEach(() => stack.stop());

  it('is live and ready with its database, reports each service, and does not go down with one', async () => {
    expect((await call(stack, 'GET', '/health/live')).status).toBe(200);
    expect(await call(stack, 'GET', '/health/ready')).toMatchObject({ status: 200, body: { ok: true } });
    await stack.services.referral.stop();
    const answer = await call(stack, 'GET', '/health/ready');
    expect(answer).toMatchObject({
      status: 200,
      body: { ok: true, parts: { referral: { ok: false }, database: { ok: true } } },
    });
    expect((await call(stack, 'GET', '/health/live')).status).toBe(200);
  });

  it('answers 503 with Retry-After for a service that is away, and only for that', async () => {
    await stack.services.referral.stop();
    const answer = await call(stack, 'GET', '/v1/referrals', { token });
    expect(answer).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE', inputs: { service: 'referral' } } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await call(stack, 'GET', '/v1/institutions', { token })).status).toBe(200);
  });

  it('shows its figures by route pattern, without ids', async () => {
    await call(stack, 'GET', '/v1/institutions/0193-some-id', { token });
    const { text } = (await call(stack, 'GET', '/metrics')).body;
    expect(text).toContain('route="/v1/institutions/{id}"');
    expect(text).not.toContain('some-id');
    expect(text).toContain('consumer_lag');
  });

  it('loses no request that it accepted when it drains under load', async () => {
    const outcomes: string[] = [];
    let running = true;
    const load = Array.from({ length: 20 }, async () => {
      while (running) {
        const outcome = await call(stack, 'GET', '/v1/institutions', { token }).then(
          (answer) => String(answer.status),
          (error: { cause?: { code?: string } }) => error.cause?.code ?? 'UNKNOWN',
        );
        outcomes.push(outcome);
        if (outcome !== '200') await sleep(5);
      }
    });
    await eventually(() => outcomes.length > 200);
    await stack.gateway.stop();
    running = false;
    await Promise.all(load);
    const counts = Map.groupBy(outcomes, (outcome) => outcome);
    expect(counts.get('200')?.length).toBeGreaterThan(200);
    // Every request that reached a service was answered; the others never got past the kernel's queue or were turned away.
    expect(counts.get('200')?.length).toBe(stack.services['institution-registry'].arrived.length);
    const turnedAway = ['503', 'ECONNREFUSED', 'ECONNRESET'];
    expect([...counts.keys()].filter((outcome) => outcome !== '200' && !turnedAway.includes(outcome))).toEqual([]);
    await stack.restart();
  });

  it('lets a slow request end before it closes', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    stack.services['institution-registry'].delay = () => held;
    const slow = call(stack, 'GET', '/v1/institutions', { token });
    await eventually(() => stack.services['institution-registry'].arrived.length > 0);
    const stopped = stack.gateway.stop();
    await sleep(100);
    release?.();
    expect((await slow).status).toBe(200);
    await stopped;
    stack.services['institution-registry'].delay = undefined;
    await stack.restart();
  });
});
