import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { call, newToken } from '../testing/calls.js';
import { eventually, readStream } from '../testing/read-stream.js';
import { EventStreams } from './event-streams.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';

describe('the event stream', () => {
  let stack: GatewayStack;
  let token: string;
  beforeAll(async () => {
    stack = await startGatewayStack();
    token = await newToken(stack, { clientId: 'vendor', role: 'INTEGRATOR', region: '421202' });
  });
  afterAll(() => stack.stop());

  const sayOperation = (institutionId = newId(), sequence = 1) => {
    const data = { institutionId, from: 'NOT_STARTED', to: 'OPERATING', effectiveOn: '2026-03-02' } as const;
    return stack.say(EVENT.institutionOperationChangedV1, institutionId, data, sequence);
  };

  it('replays from the beginning, then tells what happens, in the order of the log', async () => {
    const said = [await sayOperation(), await sayOperation()];
    const reader = await readStream(stack, token);
    await eventually(() => reader.events.length === 2);
    said.push(await sayOperation());
    await eventually(() => reader.events.length === 3);
    expect(reader.events.map((event) => event.data.id)).toEqual(said);
    reader.close();
  });

  it('goes on behind Last-Event-ID, with nothing missing and nothing twice', async () => {
    const first = await readStream(stack, token);
    await eventually(() => first.events.length === 3);
    first.close();
    const missed = [await sayOperation(), await sayOperation()];
    const second = await readStream(stack, token, first.events.at(-1)?.id);
    await eventually(() => second.events.length === 2);
    expect(second.events.map((event) => event.data.id)).toEqual(missed);
    second.close();
  });

  it('takes its cursor from a page of /v1/events as well', async () => {
    const { body } = await call(stack, 'GET', '/v1/events?limit=500', { token });
    const said = await sayOperation();
    const reader = await readStream(stack, token, body['nextCursor'] as string);
    await eventually(() => reader.events.length === 1);
    expect(reader.events[0]?.data.id).toBe(said);
    reader.close();
  });

  it('answers a bad cursor and a missing token as problems, not as streams', async () => {
    expect((await readStream(stack, token, 'nonsense')).status).toBe(400);
    expect((await readStream(stack, 'bad')).status).toBe(401);
  });

  it('allows five streams per client at once', async () => {
    await eventually(() => stack.gateway.streams() === 0);
    const readers = await Promise.all(Array.from({ length: 5 }, () => readStream(stack, token)));
    expect(readers.map((reader) => reader.status)).toEqual([200, 200, 200, 200, 200]);
    expect((await readStream(stack, token)).status).toBe(429);
    for (const reader of readers) reader.close();
    await eventually(() => stack.gateway.streams() === 0);
  });

  it('shows that it is alive while nothing happens, and ends for a client that lost its role', async () => {
    const streams = stack.gateway.app.get(EventStreams);
    streams.heartbeatMilliseconds = 100;
    const leaving = await newToken(stack, { clientId: 'leaving', role: 'INTEGRATOR', region: '421202' });
    const reader = await readStream(stack, leaving);
    await eventually(() => reader.comments.filter((comment) => comment === 'heartbeat').length > 1);
    await stack.database.asSuperuser(`delete from client where client_id = 'leaving'`);
    await reader.ended;
    streams.heartbeatMilliseconds = 15_000;
  });

  it('survives readers that stop reading: others go on', async () => {
    const lazy = await fetch(`${stack.gateway.url}/v1/events/stream`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const reader = await readStream(stack, token);
    const said = await Promise.all(Array.from({ length: 300 }, () => sayOperation()));
    await eventually(() => said.every((id) => reader.events.some((event) => event.data.id === id)));
    await lazy.body?.cancel();
    reader.close();
  });

  it('ends when the gateway drains, also for a reader that has stopped reading, and goes on with another one', async () => {
    await fetch(`${stack.gateway.url}/v1/events/stream`, { headers: { authorization: `Bearer ${token}` } });
    const reader = await readStream(stack, token);
    await eventually(() => reader.events.length > 300);
    await stack.restart();
    await reader.ended;
    const said = await sayOperation();
    const next = await readStream(stack, token, reader.events.at(-1)?.id);
    await eventually(() => next.events.length === 1);
    expect(next.events[0]?.data.id).toBe(said);
    next.close();
  });
});
