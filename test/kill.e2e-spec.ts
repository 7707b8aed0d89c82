import { Api } from '../tools/stack/api.ts';
import { playJourney } from '../tools/journey/play.ts';
import type { Cast } from '../tools/journey/cast.ts';
import { CallLog } from './support/call-log.js';
import { readCopies, rebuildCopies, unlistedConsumers } from './support/copies.js';
import { gapsOf, whenAllArrived, type Traffic } from './support/events.js';
import { Killer } from './support/killer.js';
import { disagreements, endsOf, type Ends } from './support/oracle.js';
import { TestStack } from './support/test-stack.js';
import { tellStory } from './support/tell-story.js';

/** Steps of the journey before which everything is killed at once; between and within all others one process after another. */
const POWER_CUTS = [5, 8];

describe('the journey while every service and the gateway are killed with kill -9', () => {
  const { story, text } = tellStory();
  const log = new CallLog();
  let platform: TestStack;
  let killer: Killer;
  let cast: Cast;
  let traffic: Traffic;
  let ends: Ends;

  beforeAll(async () => {
    platform = await TestStack.open({ driver: 'postgres' });
    killer = new Killer(platform.stack, 50);
    killer.start();
    const between = async (step: number) => {
      if (!POWER_CUTS.includes(step)) return;
      await killer.stop();
      await killer.cut();
      killer.start();
    };
    const idNumber = '421202194910012467';
    cast = await playJourney({ base: platform.base, story, idNumber, between, repeat: log.repeat }).finally(() =>
      killer.stop(),
    );
    traffic = await whenAllArrived(platform.databases);
    ends = endsOf(log);
  }, 300_000);
  afterAll(async () => {
    await platform?.close();
    log.close();
  }, 60_000);

  it('kills each of the six at least three times while calls are running', () => {
    expect(Object.keys(killer.kills)).toHaveLength(6);
    for (const kills of Object.values(killer.kills)) expect(kills).toBeGreaterThanOrEqual(POWER_CUTS.length + 1);
    expect(log.attempts().filter((attempt) => attempt.outcome === 'unknown').length).toBeGreaterThan(20);
  });

  it('pays the same money', () => {
    expect(text.filter((line) => line.includes('pool')).join()).toMatch(
      /20,000\.00: pool 11,375\.00.*6,000\.00: pool 4,845\.00, deductible 0\.00/,
    );
  });

  it('answers 503 with Retry-After, or not at all, while something is away, and never 500', () => {
    const unknown = log.attempts().filter((attempt) => attempt.outcome === 'unknown');
    const seen = new Set(unknown.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter ?? 'at once'}`));
    expect(seen).toContain('503 UNAVAILABLE 2');
    expect([...seen].filter((answer) => !/^0 {2}at once$|^503 [A-Z_]+ [1-9]\d*$/.test(answer))).toEqual([]);
  });

  it('I1, I2: every acknowledged command has one effect, repeated ones too; none stays unknown, no refused one has an effect', async () => {
    expect(ends.acknowledged.length).toBeGreaterThan(60);
    expect(ends.refused.length).toBeGreaterThan(10);
    expect(await disagreements(log, platform.databases)).toEqual([]);
  });

  it('tells for every command what became of it, as it was answered', async () => {
    const clients = Object.values(cast).filter((value): value is Api => value instanceof Api);
    for (const { client, key, status, location } of ends.acknowledged) {
      const operation = await clients.find(({ name }) => name === client)?.get(`/v1/operations/${key}`);
      expect(operation?.body).toMatchObject({ key, state: 'SUCCEEDED', status, location });
    }
  });

  it('I3 brings every event to every consumer exactly once, and I4 numbers each aggregate without a gap', () => {
    expect(traffic.events.length).toBeGreaterThan(100);
    expect(gapsOf(traffic.events)).toEqual([]);
  });

  it('I4 left every copy as the events read from the beginning make it', async () => {
    expect(await unlistedConsumers(platform.databases)).toEqual([]);
    const copies = await readCopies(platform.databases);
    expect([...copies.values()].flat().length).toBeGreaterThan(50);
    await rebuildCopies(platform);
    await whenAllArrived(platform.databases);
    expect(await readCopies(platform.databases)).toEqual(copies);
  }, 90_000);

  it('I7 keeps an audit trail that verifies', async () => {
    const { body } = await cast.health.get<{ ok: boolean }>('/v1/audit/verify');
    expect(body.ok).toBe(true);
  });
});
