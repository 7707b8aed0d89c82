import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Api, ApiAnswer } from '../tools/stack/api.ts';
import { idOf, type Cast } from '../tools/journey/cast.ts';
import type { AppProcess } from '../tools/stack/stack.ts';
import { CallLog } from './support/call-log.js';
import { gapsOf, whenAllArrived } from './support/events.js';
import { disagreements } from './support/oracle.js';
import { TestStack } from './support/test-stack.js';
import { until } from './support/until.js';
import { claimOf, makeWorld, referralOf } from './support/world.js';

const RESIDENTS = 7;

/** What a caller may compare byte for byte. */
const whole = ({ status, text, etag, location }: ApiAnswer) => ({ status, text, etag, location });

interface Command {
  readonly service: 'referral' | 'settlement';
  readonly table: string;
  readonly client: Api;
  readonly path: string;
  readonly body: object;
  readonly other: object;
  readonly headers: Readonly<Record<string, string>>;
}

describe('two replicas of referral and of settlement', () => {
  const log = new CallLog();
  let platform: TestStack;
  let cast: Cast;
  let firsts: AppProcess[];
  let seconds: AppProcess[];

  beforeAll(async () => {
    platform = await TestStack.open({ driver: 'postgres', replicas: { referral: 2, settlement: 2 } });
    const pairs = (['referral', 'settlement'] as const).map((app) =>
      platform.stack.services.filter((process) => process.app === app),
    );
    [firsts, seconds] = [0, 1].map((i) => pairs.map((pair) => pair[i] as AppProcess)) as [AppProcess[], AppProcess[]];
    cast = await makeWorld({ base: platform.base, residents: RESIDENTS, repeat: log.repeat });
  }, 180_000);
  afterAll(async () => {
    await platform?.close();
    log.close();
  }, 60_000);

  /** One command to each service about a resident, and a field whose change makes it another command. */
  const commandsFor = (resident: string): Command[] => [
    {
      service: 'referral',
      table: 'referral',
      client: cast.infirmary,
      path: '/v1/referrals',
      body: referralOf(cast, resident),
      other: { urgency: 'URGENT' },
      headers: {},
    },
    {
      service: 'settlement',
      table: 'claim',
      client: cast.hospital,
      path: '/v1/claims',
      body: claimOf(cast, resident),
      other: { scheme: 'EMPLOYEE' },
      headers: { 'x-purpose': 'SETTLEMENT' },
    },
  ];
  const send = ({ client, path, body, headers }: Command, key: string): Promise<ApiAnswer> =>
    client.post(path, body, { key, headers });
  const count = async ({ service }: Command, sql: string, params: string[] = []) =>
    (await platform.databases.rows<{ count: number }>(service, sql, params))[0]?.count;
  const rowsFor = (command: Command, resident: string) =>
    count(command, `select count(*)::int as count from ${command.table} where elder_id = $1`, [idOf(cast, resident)]);
  const callsWaiting = (command: Command) =>
    count(
      command,
      `select count(*)::int as count from pg_locks where not granted and relation = '${command.table}'::regclass`,
    );

  /** A client that does not ask again. */
  const sendOnce = async ({ client, path, body, headers }: Command, key: string) => {
    const answer = await fetch(platform.base + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.bearer}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const { code } = (await answer.json()) as { code: string };
    return { status: answer.status, code, retryAfter: answer.headers.get('retry-after') };
  };
  /** Asked twice, so that each replica is asked once. */
  const sendToBoth = (command: Command, key: string) => Promise.all([sendOnce(command, key), sendOnce(command, key)]);

  it('answer a repeat byte for byte as the other one did, also when both were restarted since', async () => {
    const commands = commandsFor('resident 1').map((command) => ({ command, key: randomUUID() }));
    const sendAll = () => Promise.all(commands.map(({ command, key }) => send(command, key)));
    const originals = (await sendAll()).map(whole);
    for (const original of originals)
      expect(original).toMatchObject({ status: 201, etag: '"1"', location: expect.stringMatching(/^\/v1\//) });
    for (const away of [firsts, seconds]) {
      expect(await Promise.all(away.map((process) => process.stop()))).toEqual([0, 0]);
      expect((await sendAll()).map(whole)).toEqual(originals);
      for (const process of away) process.start('serve');
      await Promise.all(away.map((process) => process.ready()));
    }
    expect((await sendAll()).map(whole)).toEqual(originals);
    // Also when the world has changed since: she is insured elsewhere now, and her consent is gone.
    const elderId = idOf(cast, 'resident 1');
    await platform.databases.rows('settlement', `update elder_copy set scheme = 'EMPLOYEE' where elder_id = $1`, [
      elderId,
    ]);
    await platform.databases.rows('referral', 'delete from consent_copy where elder_id = $1', [elderId]);
    expect((await sendAll()).map(whole)).toEqual(originals);
    expect(await Promise.all(commandsFor('resident 1').map((command) => sendOnce(command, randomUUID())))).toEqual([
      { status: 422, code: 'UNKNOWN_REFERENCE', retryAfter: null },
      { status: 422, code: 'INSURED_DIFFERENTLY', retryAfter: null },
    ]);
  }, 120_000);

  it('refuse with 409 what the other one is still doing, and answer it alike when it is done', async () => {
    for (const command of commandsFor('resident 2')) {
      const key = randomUUID();
      const blocker = await platform.databases.session(command.service);
      let slow: Promise<ApiAnswer>;
      try {
        await blocker.query(`begin; lock table ${command.table} in access exclusive mode`);
        slow = send(command, key);
        await until('the call is waiting', async () => (await callsWaiting(command)) === 1);
        const inFlight = { status: 409, code: 'CALL_IN_FLIGHT', retryAfter: '1' };
        expect(await sendToBoth(command, key)).toEqual([inFlight, inFlight]);
      } finally {
        await blocker.query('rollback');
        blocker.release();
      }
      const answer = whole(await slow);
      expect(answer.status).toBe(201);
      expect(whole(await send(command, key))).toEqual(answer);
      expect(await rowsFor(command, 'resident 2')).toBe(1);
    }
  }, 60_000);

  it('refuse a used key with another body (422) and a write without a key (400), whichever is asked', async () => {
    for (const command of commandsFor('resident 3')) {
      const key = randomUUID();
      expect((await send(command, key)).status).toBe(201);
      const another = { ...command, body: { ...command.body, ...command.other } };
      const reused = { status: 422, code: 'IDEMPOTENCY_KEY_REUSED', retryAfter: null };
      expect(await sendToBoth(another, key)).toEqual([reused, reused]);
      const missing = { status: 400, code: 'IDEMPOTENCY_KEY_MISSING', retryAfter: null };
      expect(await sendToBoth(command, '')).toEqual([missing, missing]);
      expect(await rowsFor(command, 'resident 3')).toBe(1);
    }
  });

  it('make one of 50 identical calls that arrive together', async () => {
    for (const command of commandsFor('resident 4')) {
      const key = randomUUID();
      // In flight is answered 409; the patient client asks again until it gets the answer of the one that was first.
      const answers = await Promise.all(Array.from({ length: 50 }, () => send(command, key)));
      expect(answers[0]?.status).toBe(201);
      expect(new Set(answers.map((answer) => JSON.stringify(whole(answer)))).size).toBe(1);
      expect(await rowsFor(command, 'resident 4')).toBe(1);
    }
  }, 60_000);

  it('are restarted one after another under load without a lost, doubled or failed call', async () => {
    const before = log.attempts().length;
    let loaded = true;
    const worker = async (command: Command, reasonCode: string) => {
      while (loaded) {
        const made = await send(command, randomUUID());
        expect(made.status).toBe(201);
        const sent = { ifMatch: made.etag, headers: command.headers };
        const undone = await command.client.post(`${made.location ?? ''}/cancel`, { reasonCode }, sent);
        expect(undone.status).toBe(200);
        await sleep(50);
      }
    };
    const workers = [5, 6, 7]
      .flatMap((n) => commandsFor(`resident ${n}`))
      .map((command) => worker(command, command.service === 'referral' ? 'CONDITION_CHANGED' : 'BILL_WRONG'));
    const codes: number[] = [];
    try {
      for (const process of [...firsts, ...seconds]) {
        await sleep(500);
        codes.push(await process.stop());
        process.start('serve');
        await process.ready();
      }
    } finally {
      loaded = false;
    }
    await Promise.all(workers);

    // 0: drained and ended by itself, not killed for taking too long.
    expect(codes).toEqual([0, 0, 0, 0]);
    const attempts = log.attempts().slice(before);
    expect(attempts.length).toBeGreaterThan(200);
    const failed = attempts.filter(({ outcome }) => outcome === 'unknown');
    expect(failed.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual([]);
  }, 120_000);

  it('leave one effect per acknowledged call and one delivery per event and consumer', async () => {
    const traffic = await whenAllArrived(platform.databases);
    expect(gapsOf(traffic.events)).toEqual([]);
    // The calls that went past the log had no effect: they were refused.
    expect(await disagreements(log, platform.databases)).toEqual([]);
    const { body } = await cast.health.get<{ ok: boolean }>('/v1/audit/verify');
    expect(body.ok).toBe(true);
  }, 90_000);
});
