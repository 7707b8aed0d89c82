import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { agreementCalls, agreementCast, type Cast } from './testing/agreements.js';
import { aParty, aProposal, behindPolicy, type TestParty } from './testing/parties.js';

describe('cooperation agreements beside each other', () => {
  let stack: ServiceStack;
  let cast: Cast;
  let home: Cast['home'];
  let hospital: Cast['hospital'];
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T02:00:00Z', freeClock: true });
    cast = await agreementCast(stack);
    ({ home, hospital } = cast);
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-03-01T02:00:00Z'));

  const { propose, read, list, act, signed } = agreementCalls(() => cast);
  const breach = { reasonCode: 'BREACH' };

  it('refuses a second agreement of the same parties, type and days, also in a race of 20', async () => {
    const care = await aParty(stack);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => propose(care.caller, aProposal(care, hospital, { types: ['REFERRAL'] }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'AGREEMENT_OVERLAPS' });
    const touching = { types: ['REFERRAL', 'LIAISON'], validFrom: '2024-12-31', validTo: '2025-06-30' };
    expect((await propose(care.caller, aProposal(care, hospital, touching))).status).toBe(409);
    expect((await propose(care.caller, aProposal(care, hospital, { types: ['GREEN_CHANNEL'] }))).status).toBe(201);
    const after = { types: ['REFERRAL'], validFrom: '2025-01-01', validTo: '2025-12-31' };
    expect((await propose(care.caller, aProposal(care, hospital, after))).status).toBe(201);
    const first = answers.find(({ status }) => status === 201)?.id ?? '';
    await act(care.caller, first, 'withdraw', { reasonCode: 'MISTAKE' });
    expect((await propose(care.caller, aProposal(care, hospital, { types: ['REFERRAL'] }))).status).toBe(201);
  });

  it('lets the other side, not a third one, act, and hides from it that there is anything', async () => {
    const { id } = await signed();
    const stranger = await aParty(stack);
    expect((await read(id, stranger.caller)).status).toBe(404);
    expect((await stack.call(stranger.caller, 'GET', `/v1/agreements/${id}/checks`)).status).toBe(404);
    expect((await propose(stranger.caller, aProposal(home, hospital))).status).toBe(403);
    const renewed = aProposal(stranger, hospital, { renewsId: id });
    expect(await propose(stranger.caller, renewed)).toMatchObject({ status: 422, body: { code: 'UNKNOWN_REFERENCE' } });
  });

  it('lists by party, type, status, division and day', async () => {
    const active = await signed({ types: ['MEDICAL_SERVICE'], validTo: '2024-06-30' });
    const later = await signed(
      { types: ['MEDICAL_SERVICE'], validFrom: '2024-07-01' },
      { home: active.care, hospital },
    );
    const mine = `institutionId=${active.care.id}`;
    const ids = async (query: string) => (await list(query, active.care.caller)).map(({ id }) => id);
    expect(await ids(`${mine}&type=MEDICAL_SERVICE`)).toEqual([active.id, later.id]);
    expect(await ids(`${mine}&type=REFERRAL`)).toEqual([]);
    expect(await ids(`${mine}&status=ACTIVE`)).toEqual([active.id]);
    expect(await ids(`${mine}&status=SIGNED`)).toEqual([later.id]);
    expect(await ids(`${mine}&on=2024-06-30`)).toEqual([active.id]);
    expect(await ids(`${mine}&on=2024-07-01`)).toEqual([later.id]);
    expect(await ids(`${mine}&division=421200`)).toHaveLength(2);
    expect(await ids(`${mine}&division=110000`)).toEqual([]);
    await stack.at('2024-08-01T02:00:00Z');
    expect(await ids(`${mine}&status=EXPIRED`)).toEqual([active.id]);
    expect(await ids(`${mine}&status=ACTIVE`)).toEqual([later.id]);
    const all = await list('limit=200', aCaller('HEALTH'));
    for (const { status } of all)
      expect((await list(`limit=200&status=${status}`, aCaller('HEALTH'))).length).toBe(
        all.filter((one) => one.status === status).length,
      );
  });

  it('shows of a unit its host’s agreements, because they cover it', async () => {
    const { id, care } = await signed();
    const unit = await aParty(stack, { kind: 'INFIRMARY', hostId: care.id });
    const health = aCaller('HEALTH');
    expect((await list('', health, `/v1/institutions/${unit.id}/agreements`)).map((one) => one.id)).toEqual([id]);
    expect((await list('', health, `/v1/institutions/${care.id}/agreements`)).map((one) => one.id)).toEqual([id]);
  });

  it('is read in either party’s past as it was on a day and as it was known then', async () => {
    const { id, care } = await signed({ validFrom: '2024-03-10', validTo: '2024-06-30' });
    const knownBefore = stack.now.toISOString();
    await stack.at('2024-05-01T02:00:00Z');
    await act(care.caller, id, 'suspend', breach);
    await stack.at('2024-08-01T02:00:00Z');
    await stack.sweep();
    const statusOn = async (on: string, knownAt?: string) => {
      const query = `on=${on}${knownAt ? `&knownAt=${knownAt}` : ''}`;
      const { body } = await stack.call(care.caller, 'GET', `/v1/institutions/${care.id}?${query}`);
      return (body['agreements'] as { id: string; status: string }[]).find((one) => one.id === id)?.status;
    };
    expect(
      await Promise.all(
        ['2024-03-09', '2024-03-10', '2024-04-30', '2024-05-01', '2024-07-01'].map((on) => statusOn(on)),
      ),
    ).toEqual(['SIGNED', 'ACTIVE', 'ACTIVE', 'SUSPENDED', 'EXPIRED']);
    expect(await statusOn('2024-05-01', knownBefore)).toBe('ACTIVE');
    const medical = await stack.call(hospital.caller, 'GET', `/v1/institutions/${hospital.id}?on=2024-05-01`);
    expect(medical.body['agreements']).toContainEqual(expect.objectContaining({ id, status: 'SUSPENDED' }));
  });

  it('pages without loss or repetition', async () => {
    const whole = (await list('limit=200', hospital.caller)).map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await stack.call(hospital.caller, 'GET', `/v1/agreements?limit=3${cursor}`);
      seen.push(...(page.body['items'] as { id: string }[]).map((item) => item.id));
      if (page.body['nextCursor'] === null) break;
      cursor = `&cursor=${page.body['nextCursor'] as string}`;
    }
    expect(seen).toEqual(whole);
    expect(seen.length).toBeGreaterThan(6);
  });

  it('reads and lists with one statement each; proposing and signing cost what their decisions wait for', async () => {
    const care = await aParty(stack);
    const count = async (work: () => Promise<unknown>) => behindPolicy(await stack.statementsOf(work)).map(kindOf);
    let proposed = '';
    expect(
      await count(async () => {
        proposed = (await propose(care.caller, aProposal(care, hospital))).id;
      }),
    ).toEqual([
      'select',
      'begin',
      'select pg_try',
      'insert into agreement',
      'insert into agreement_cover',
      'insert into deadline',
      'with next_sequence',
      'insert into institution_change',
      'insert into institution_change',
      'insert into deadline',
      'insert into deadline',
      'with entry',
      'commit',
    ]);
    const { etag } = await read(proposed, care.caller);
    const sign = (by: TestParty['caller'], ifMatch?: string) =>
      stack.call(by, 'POST', `/v1/agreements/${proposed}/sign`, { body: {}, ifMatch });
    await sign(care.caller, etag);
    expect(await count(() => sign(hospital.caller, '"2"'))).toEqual([
      'select',
      'begin',
      'select pg_try',
      'select',
      'select',
      'select',
      'update agreement',
      'with next_sequence',
      'with next_sequence',
      'insert into deadline',
      'insert into deadline',
      'insert into institution_change',
      'insert into institution_change',
      'insert into deadline',
      'insert into deadline',
      'with entry',
      'commit',
    ]);
    expect(await count(() => read(proposed, care.caller))).toEqual(['select']);
    expect(await count(() => list('status=ACTIVE&on=2024-03-01', care.caller))).toEqual(['select']);
  });
});

const kindOf = (sql: string) =>
  /^\s*(begin|commit|select set_config|select pg_try|insert into \w+|update \w+|with \w+|delete|select)/.exec(sql)?.[1];
