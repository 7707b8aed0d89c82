import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { aParty, behindPolicy, type TestParty } from '../agreement/testing/parties.js';
import { institutionRegistry } from '../service-definition.js';

const GONGSHU = '330105';
const TERMS = {
  name: '拱墅区医养结合联盟',
  charterNo: '拱医养〔2024〕1号',
  charterAdoptedOn: '2024-01-05',
  leadDuties: '牵头单位：业务指导、绿色通道',
  memberDuties: '成员单位：配合巡诊',
};

describe('alliances on real PostgreSQL', () => {
  let stack: ServiceStack;
  let hospital: TestParty;
  let home: TestParty;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T02:00:00Z', freeClock: true });
    hospital = await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 3, division: GONGSHU });
    home = await aParty(stack, { division: GONGSHU });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-03-01T02:00:00Z'));

  type Caller = TestParty['caller'];
  const found = (more: object = {}) => {
    const body = {
      ...TERMS,
      allianceType: 'INTEGRATED_CARE_ALLIANCE',
      institutionId: hospital.id,
      role: 'LEAD',
      ...more,
    };
    return stack.call(hospital.caller, 'POST', '/v1/alliances', { body });
  };
  const read = (id: string, by: Caller = home.caller) => stack.call(by, 'GET', `/v1/alliances/${id}`);
  const act = async (by: Caller, id: string, action: string, body: object = {}) =>
    stack.call(by, 'POST', `/v1/alliances/${id}/${action}`, { body, ifMatch: (await read(id)).etag });
  const join = (by: TestParty, id: string, role = 'MEMBER') =>
    act(by.caller, id, 'join', { institutionId: by.id, role });
  const leave = (by: Caller, id: string, institutionId: string) => act(by, id, 'leave', { institutionId });

  /** Active, with hospital as its lead and home as its member. */
  async function active(): Promise<string> {
    const { id } = await found();
    await join(home, id);
    expect((await act(hospital.caller, id, 'activate')).body).toMatchObject({ status: 'ACTIVE', leadId: hospital.id });
    return id;
  }

  it('REG-28 the lead cannot remove a member; the member leaves itself and its name stays', async () => {
    const id = await active();
    const nameOf = async () => (await stack.call(home.caller, 'GET', `/v1/institutions/${home.id}`)).text;
    const before = await nameOf();
    expect(await leave(hospital.caller, id, home.id)).toMatchObject({
      status: 403,
      body: { code: 'ALLIANCE_OWN_REQUEST', rule: 'REG-28' },
    });
    expect((await leave(home.caller, id, home.id)).body['members']).toContainEqual(
      expect.objectContaining({ institutionId: home.id, state: 'LEFT', leftOn: '2024-03-01' }),
    );
    expect(await nameOf()).toBe(before);
    expect(await stack.said(EVENT.allianceMembershipChangedV1, id)).toMatchObject([
      { institutionId: hospital.id, role: 'LEAD', state: 'JOINED' },
      { institutionId: home.id, role: 'MEMBER', state: 'JOINED' },
      { institutionId: home.id, role: 'MEMBER', state: 'LEFT', effectiveOn: '2024-03-01' },
    ]);
    const history = await stack.own.asSuperuser<{ state: string }>(
      `select state ->> 'state' as state from institution_change
       where institution_id = $1 and aspect = 'ALLIANCE' and subject = $2 order by id`,
      [home.id, id],
    );
    expect(history.map(({ state }) => state)).toEqual(['JOINED', 'LEFT']);
  });

  it('REG-28 nobody is brought in by another', async () => {
    const { id } = await found();
    expect(await act(hospital.caller, id, 'join', { institutionId: home.id, role: 'MEMBER' })).toMatchObject({
      status: 403,
      body: { code: 'ALLIANCE_OWN_REQUEST' },
    });
    expect(await found({ institutionId: home.id })).toMatchObject({ status: 403 });
  });

  it.each([
    ['charterNo', { charterNo: undefined }],
    ['leadDuties', { leadDuties: undefined }],
    ['memberDuties', { memberDuties: '  ' }],
    ['lead', { role: 'MEMBER' }],
  ])('REG-29 refuses activation without %s', async (path, more) => {
    const { id } = await found(more);
    expect(await act(hospital.caller, id, 'activate')).toMatchObject({
      status: 422,
      body: { code: 'ALLIANCE_INCOMPLETE', rule: 'REG-29', fields: [{ path }] },
    });
    expect((await read(id)).body['status']).toBe('FORMING');
  });

  it('REG-29 is revised and activated by its lead only, and what is active stays complete', async () => {
    const { id } = await found({ charterNo: undefined });
    await join(home, id);
    const revise = async (by: Caller, body: object) =>
      stack.call(by, 'PUT', `/v1/alliances/${id}`, { body, ifMatch: (await read(id)).etag });
    expect(await revise(home.caller, TERMS)).toMatchObject({ status: 403, body: { code: 'ALLIANCE_NOT_LEAD' } });
    expect((await revise(hospital.caller, TERMS)).body).toMatchObject({ charterNo: TERMS.charterNo });
    expect((await act(home.caller, id, 'activate')).status).toBe(403);
    await act(hospital.caller, id, 'activate');
    expect(await revise(hospital.caller, { ...TERMS, leadDuties: '' })).toMatchObject({ status: 422 });
    expect(await act(hospital.caller, id, 'activate')).toMatchObject({ status: 409, body: { code: 'ALLIANCE_STATE' } });
  });

  it('REG-29 has one lead, also in a race, and is forming again when the lead has left', async () => {
    const { id } = await found({ role: 'MEMBER' });
    const others = await Promise.all(
      [1, 2, 3].map(() => aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 2, division: GONGSHU })),
    );
    const { etag } = await read(id);
    const answers = await Promise.all(
      others.map((one) =>
        stack.call(one.caller, 'POST', `/v1/alliances/${id}/join`, {
          body: { institutionId: one.id, role: 'LEAD' },
          ifMatch: etag,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect(
      (await join(others[answers.findIndex(({ status }) => status === 412)] as TestParty, id, 'LEAD')).body['code'],
    ).toBe('ALLIANCE_HAS_LEAD');
    const lead = others[answers.findIndex(({ status }) => status === 200)] as TestParty;
    expect((await act(lead.caller, id, 'activate')).body['status']).toBe('ACTIVE');
    expect((await leave(lead.caller, id, lead.id)).body).toMatchObject({ status: 'FORMING', leadId: null });
    expect((await stack.said(EVENT.allianceChangedV1, id)).map(({ status, leadId }) => [status, leadId])).toEqual([
      ['FORMING', undefined],
      ['FORMING', lead.id],
      ['ACTIVE', lead.id],
      ['FORMING', undefined],
    ]);
  });

  const plan = (by: Caller, id: string, body: object) =>
    stack.call(by, 'POST', `/v1/alliances/${id}/visits`, {
      body: { kind: 'ROUNDS', visitorId: hospital.id, hostId: home.id, dueOn: ['2024-03-15'], ...body },
    });
  const visitsOf = async (id: string, query = '') =>
    (await stack.call(home.caller, 'GET', `/v1/alliances/${id}/visits?${query}`)).body['items'] as {
      id: string;
      state: string;
      dueOn: string;
    }[];
  const record = (by: Caller, id: string, visitId: string, doneOn: string, ifMatch = '"1"') =>
    stack.call(by, 'POST', `/v1/alliances/${id}/visits/${visitId}/record`, { body: { doneOn }, ifMatch });

  it('CON-23 a round due on 2024-03-15 of which there is none by 03-31 is missed, and said once', async () => {
    const id = await active();
    expect(await plan(hospital.caller, id, {})).toMatchObject({
      status: 201,
      body: { items: [{ dueOn: '2024-03-15', latestOn: '2024-03-31', state: 'PLANNED' }] },
    });
    await stack.at('2024-03-31T15:59:59Z');
    await stack.sweep();
    expect((await visitsOf(id))[0]?.state).toBe('PLANNED');
    await stack.at('2024-03-31T16:00:00Z');
    expect((await visitsOf(id))[0]?.state).toBe('MISSED');
    await stack.sweep();
    await stack.sweep();
    const said = async () => (await stack.said(EVENT.allianceVisitChangedV1, id)).map(({ state }) => state);
    expect(await said()).toEqual(['PLANNED', 'MISSED']);
    const [visit] = await visitsOf(id);
    expect((await record(hospital.caller, id, visit?.id ?? '', '2024-04-01')).body['state']).toBe('DONE_LATE');
    expect(await said()).toEqual(['PLANNED', 'MISSED', 'DONE_LATE']);
  });

  it('CON-23 a round that was made in time is never missed, and recorded by its visitor only, once', async () => {
    const id = await active();
    await plan(hospital.caller, id, {});
    const [{ id: visitId } = { id: '' }] = await visitsOf(id);
    await stack.at('2024-03-20T02:00:00Z');
    expect(await record(home.caller, id, visitId, '2024-03-20')).toMatchObject({
      status: 403,
      body: { code: 'VISIT_NOT_OWN' },
    });
    expect((await record(hospital.caller, id, visitId, '2024-03-21')).body['code']).toBe('DATE_IN_FUTURE');
    expect((await record(hospital.caller, id, visitId, '2024-03-20')).body).toMatchObject({
      state: 'DONE',
      version: 2,
    });
    expect((await record(hospital.caller, id, visitId, '2024-03-20', '"2"')).body['code']).toBe('VISIT_STATE');
    await stack.at('2024-04-02T02:00:00Z');
    await stack.sweep();
    expect((await stack.said(EVENT.allianceVisitChangedV1, id)).map(({ state }) => state)).toEqual(['PLANNED', 'DONE']);
  });

  it('CON-23 is planned by the visitor or the lead, between members, while the alliance is active', async () => {
    const { id: forming } = await found();
    expect(await plan(hospital.caller, forming, {})).toMatchObject({ status: 409, body: { code: 'ALLIANCE_STATE' } });
    const id = await active();
    expect(await plan(home.caller, id, {})).toMatchObject({ status: 403, body: { code: 'VISIT_NOT_OWN' } });
    const stranger = await aParty(stack, { division: GONGSHU });
    expect(await plan(hospital.caller, id, { hostId: stranger.id })).toMatchObject({
      status: 422,
      body: { code: 'VISIT_PARTIES', fields: [{ path: 'hostId' }] },
    });
    expect(await plan(hospital.caller, id, { dueOn: ['2024-03-15', '2024-02-29'] })).toMatchObject({
      status: 422,
      body: { code: 'VISIT_DATE', fields: [{ path: 'dueOn[1]' }] },
    });
    expect(await plan(hospital.caller, id, { dueOn: ['2024-02-30'] })).toMatchObject({ status: 400 });
    expect((await plan(hospital.caller, id, {})).status).toBe(201);
    expect(await plan(hospital.caller, id, {})).toMatchObject({ status: 409, body: { code: 'VISIT_PLANNED' } });
  });

  it('REG-28 nothing is planned with a member that leaves at the same time', async () => {
    const id = await active();
    let planned: ReturnType<typeof plan> | undefined;
    await stack.service.parts.database.transaction(async (tx) => {
      await tx.many('update alliance set version = version + 1 where id = $1', [id]);
      planned = plan(hospital.caller, id, {});
      await stack.until("select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%alliance%'");
      await tx.many(
        `update alliance_member set state = 'LEFT', left_on = '2024-03-01'
         where alliance_id = $1 and institution_id = $2`,
        [id, home.id],
      );
    });
    expect(await planned).toMatchObject({ status: 422, body: { code: 'VISIT_PARTIES', fields: [{ path: 'hostId' }] } });
    expect(await visitsOf(id)).toEqual([]);
  });

  it('REG-28 what was planned with a member that left is called off, what is past stays', async () => {
    const id = await active();
    await plan(hospital.caller, id, { dueOn: ['2024-03-01', '2024-03-02', '2024-05-01'] });
    await leave(home.caller, id, home.id);
    expect((await visitsOf(id)).map(({ dueOn }) => dueOn)).toEqual(['2024-03-01']);
    await stack.at('2024-06-01T02:00:00Z');
    await stack.sweep();
    const missed = (await stack.said(EVENT.allianceVisitChangedV1, id)).filter(({ state }) => state === 'MISSED');
    expect(missed.map(({ dueOn }) => dueOn)).toEqual(['2024-03-01']);
  });

  it('REG-30 of 12 planned rounds 9 done report 75 %', async () => {
    const id = await active();
    const dueOn = Array.from({ length: 10 }, (_, month) => `2024-${String(month + 3).padStart(2, '0')}-10`);
    await plan(hospital.caller, id, { dueOn: [...dueOn, '2024-03-11', '2024-03-12'] });
    await plan(hospital.caller, id, { dueOn: ['2025-01-10'] });
    await plan(hospital.caller, id, { kind: 'LECTURE', dueOn: ['2024-03-20'] });
    await stack.at('2024-12-31T02:00:00Z');
    const rounds = await visitsOf(id, 'kind=ROUNDS&year=2024');
    for (const visit of rounds.slice(0, 9))
      expect((await record(hospital.caller, id, visit.id, visit.dueOn)).status).toBe(200);
    const report = await stack.call(aCaller('HEALTH'), 'GET', `/v1/alliances/${id}/support?year=2024`);
    expect(report.body['items']).toEqual([
      { visitorId: hospital.id, kind: 'LECTURE', planned: 1, done: 0, donePercent: 0 },
      { visitorId: hospital.id, kind: 'ROUNDS', planned: 12, done: 9, donePercent: 75 },
    ]);
  });

  it('answers 404 about an alliance that is not there, and an empty list about one without visits', async () => {
    const { id } = await found();
    const of = async (alliance: string, part: string) =>
      (await stack.call(home.caller, 'GET', `/v1/alliances/${alliance}/${part}`)).status;
    for (const part of ['visits', 'support?year=2024'])
      expect([await of(id, part), await of(home.id, part)]).toEqual([200, 404]);
  });

  it('pages visits in the order of their days, and lists alliances by member, division and status', async () => {
    const id = await active();
    await plan(hospital.caller, id, { dueOn: ['2024-05-01', '2024-04-01', '2024-06-01'] });
    const first = await stack.call(home.caller, 'GET', `/v1/alliances/${id}/visits?limit=2`);
    const rest = await visitsOf(id, `limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect([...(first.body['items'] as { dueOn: string }[]), ...rest].map(({ dueOn }) => dueOn)).toEqual([
      '2024-04-01',
      '2024-05-01',
      '2024-06-01',
    ]);
    const ids = async (path: string) =>
      ((await stack.call(aCaller('CIVIL_AFFAIRS'), 'GET', path)).body['items'] as { id: string }[]).map(
        (one) => one.id,
      );
    expect(await ids(`/v1/institutions/${home.id}/alliances?limit=200`)).toContain(id);
    expect(await ids(`/v1/alliances?limit=200&status=ACTIVE&division=${GONGSHU}`)).toContain(id);
    expect(await ids('/v1/alliances?division=110000')).toEqual([]);
    await leave(home.caller, id, home.id);
    expect(await ids(`/v1/institutions/${home.id}/alliances?limit=200`)).not.toContain(id);
  });

  it('reads by one statement, joins and plans by what they wait for', async () => {
    const { id } = await found();
    expect(await stack.statementsOf(() => read(id))).toHaveLength(1);
    const { etag } = await read(id);
    const body = { institutionId: home.id, role: 'MEMBER' };
    const joining = () => stack.call(home.caller, 'POST', `/v1/alliances/${id}/join`, { body, ifMatch: etag });
    expect(await stack.statementsOf(joining)).toHaveLength(11);
    await act(hospital.caller, id, 'activate');
    expect(behindPolicy(await stack.statementsOf(() => plan(hospital.caller, id, {})))).toHaveLength(11);
  });
});
