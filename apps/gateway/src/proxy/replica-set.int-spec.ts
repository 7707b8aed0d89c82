import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Refusal } from '@yiyang/decisions';
import { freePort } from '@yiyang/local-servers';
import { ReplicaSet } from './replica-set.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))));

async function replica(
  name: string,
  port = 0,
): Promise<{ url: string; port: number; count: () => number; server: Server }> {
  let count = 0;
  const server = createServer((request, response) => {
    count++;
    request.resume();
    response.end(name);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port: chosen } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${chosen}`, port: chosen, count: () => count, server };
}

function setOf(...origins: string[]): ReplicaSet {
  const set = new ReplicaSet('referral', origins, { answerMilliseconds: 1500, restMilliseconds: 300 });
  closing.push(() => set.close());
  return set;
}

const get = { method: 'GET', path: '/', headers: {} };
const post = { method: 'POST', path: '/', headers: {}, body: Buffer.from('{}') };

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('it answered'),
    (failure: unknown) => failure,
  );
  return error instanceof Refusal ? error.code : String(error);
}

describe('the replicas of a service', () => {
  it('are asked in turn', async () => {
    const [one, other] = [await replica('one'), await replica('other')];
    const set = setOf(one.url, other.url);
    for (let i = 0; i < 10; i++) await set.call(get);
    expect([one.count(), other.count()]).toEqual([5, 5]);
  });

  it('stand in for one that refuses connections, also for commands', async () => {
    const gone = `http://127.0.0.1:${await freePort()}`;
    const there = await replica('there');
    const set = setOf(gone, there.url);
    for (let i = 0; i < 10; i++) expect((await set.call(post)).body.toString()).toBe('there');
    expect(there.count()).toBe(10);
  });

  it('get their turn again when one has come back', async () => {
    const port = await freePort();
    const there = await replica('there');
    const set = setOf(`http://127.0.0.1:${port}`, there.url);
    await set.call(get);
    await set.call(get);
    const back = await replica('back', port);
    await new Promise((resolve) => setTimeout(resolve, 350));
    for (let i = 0; i < 4; i++) await set.call(get);
    expect(back.count()).toBeGreaterThan(0);
  });

  it('refuse with UNAVAILABLE when none is there', async () => {
    const set = setOf(`http://127.0.0.1:${await freePort()}`, `http://localhost:${await freePort()}`);
    expect(await codeOf(set.call(post))).toBe('UNAVAILABLE');
  });

  it('are never sent a request that another one may have got', async () => {
    const cut = createTcpServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => cut.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => void cut.close(() => resolve())));
    const other = await replica('other');
    const set = setOf(`http://127.0.0.1:${(cut.address() as AddressInfo).port}`, other.url);
    expect(await codeOf(set.call(post))).toBe('UNAVAILABLE');
    expect(other.count()).toBe(0);
  });

  it('stand in for one that drains, and a refusal of a service that has looked is passed on', async () => {
    let problem = false;
    const draining = createServer((_request, response) => {
      const type = problem ? 'application/problem+json; charset=utf-8' : 'application/json';
      response.writeHead(503, { 'content-type': type }).end('{}');
    });
    await new Promise<void>((resolve) => draining.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => void draining.close(() => resolve())));
    const there = await replica('there');
    const url = `http://127.0.0.1:${(draining.address() as AddressInfo).port}`;
    expect((await setOf(url, there.url).call(post)).body.toString()).toBe('there');
    expect(await codeOf(setOf(url).call(post))).toBe('UNAVAILABLE');
    problem = true;
    expect((await setOf(url, there.url).call(post)).status).toBe(503);
  });

  it('have a limited time to answer', async () => {
    const silent = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const set = setOf(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    expect(await codeOf(set.call(get))).toBe('UNAVAILABLE');
    silent.close();
  });
});
