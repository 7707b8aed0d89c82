import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { anInstitution } from '../testing/an-institution.js';
import { aCreditCode, aFiledHome } from '../testing/filed-home.js';
import { swept } from '../testing/swept.js';
import { civilAffairs, health, Window } from './testing/window.js';

const CERTIFICATES = ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'].map((code) => ({ code, holder: 'HOST' }));

describe('applications on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-07-01T01:00:00Z', freeClock: true });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-07-01T01:00:00Z'));

  const { submit, aHome, anInfirmary, act, list } = new Window(() => stack);
  /** A medical institution that wants to open elder care. */
  const opening = async (
    more: object = {},
    of: { division?: string; kind?: 'GENERAL_HOSPITAL' | 'TOWNSHIP_HOSPITAL' } = {},
  ) => {
    const { division = '421202', kind = 'GENERAL_HOSPITAL' } = of;
    const hospital = await anInstitution(stack, { kind, division });
    const body = { kind: 'CARE_HOME', name: '示范医院养老部', hostId: hospital.id, division, ...more };
    return { hospital, application: await submit(hospital.caller, body) };
  };

  it('REG-08 files elder care of a hospital from the day on which its charter includes it', async () => {
    const { hospital, application } = await opening();
    const pending = await act(civilAffairs, application, 'accept');
    expect(pending.body).toMatchObject({ status: 'SCOPE_CHANGE_PENDING', awaits: 'HEALTH', deadline: null });
    expect(await act(civilAffairs, pending, 'file', { filedOn: '2024-06-20' })).toMatchObject({
      status: 409,
      body: { code: 'APPLICATION_STATE' },
    });
    expect(await act(civilAffairs, pending, 'record-scope-change', { changedOn: '2024-05-10' })).toMatchObject({
      status: 403,
    });
    const accepted = await act(health, pending, 'record-scope-change', { changedOn: '2024-05-10' });
    expect(accepted.body).toMatchObject({ status: 'ACCEPTED', scopeChangedOn: '2024-05-10', awaits: 'CIVIL_AFFAIRS' });
    expect(await act(civilAffairs, accepted, 'file', { filedOn: '2024-05-09' })).toMatchObject({
      status: 422,
      body: { code: 'SCOPE_EXCLUDES_ELDER_CARE', rule: 'REG-08', fields: [{ path: 'filedOn' }] },
    });
    expect((await act(civilAffairs, accepted, 'file', { filedOn: '2024-05-10' })).status).toBe(200);
    const host = await stack.call(health, 'GET', `/v1/institutions/${hospital.id}`);
    expect(host.body).toMatchObject({ elderCareScopeFrom: '2024-05-10' });
    const again = await submit(hospital.caller, { kind: 'DAY_CARE_CENTRE', name: '日间照料', hostId: hospital.id });
    expect((await act(civilAffairs, again, 'accept')).body).toMatchObject({ status: 'ACCEPTED' });
  });

  it.each([
    ['Xianning', '421202', 'GENERAL_HOSPITAL', []],
    ['Wenshan', '532601', 'GENERAL_HOSPITAL', ['FIRE']],
    ['Jiangxi', '360121', 'GENERAL_HOSPITAL', ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION']],
    ['Jiangxi', '360121', 'TOWNSHIP_HOSPITAL', []],
  ] as const)('REG-09 REG-10 in %s (%s) a %s with four certificates misses %j', async (_, division, kind, missing) => {
    const { application } = await opening({ certificates: CERTIFICATES }, { division, kind });
    expect(application.body['materials']).toMatchObject({ value: { missing }, because: { rule: 'REG-09' } });
  });

  it('REG-10 takes a certificate that is given when it was asked for', async () => {
    const { hospital, application } = await opening({ certificates: CERTIFICATES }, { division: '532601' });
    const department = aCaller('CIVIL_AFFAIRS', { region: '532600' });
    const items = [{ material: '消防验收', legalBasis: '《养老机构管理办法》' }];
    const asked = await act(department, application, 'ask-more', { items });
    expect(asked.body).toMatchObject({ status: 'SUPPLEMENT', awaits: 'APPLICANT', supplement: { items } });
    const certificates = [...CERTIFICATES, { code: 'FIRE', holder: 'OWN' }];
    const given = await act(hospital.caller, asked, 'resubmit', { certificates });
    expect(given.body).toMatchObject({ status: 'SUBMITTED', materials: { value: { missing: [] } } });
    expect(await act(department, given, 'ask-more', { items })).toMatchObject({
      status: 409,
      body: { code: 'TOLD_ONCE_ALREADY', rule: 'REG-11' },
    });
  });

  it('REG-11 lists for each department what awaits it, by pages that lose and repeat nothing', async () => {
    const home = await aFiledHome(stack, { division: '421221' });
    const applications = [await anInfirmaryOf(home), await anInfirmaryOf(home), await anInfirmaryOf(home)];
    const ids = applications.map(({ id }) => id);
    expect(await list(health, 'division=421221&awaits=HEALTH')).toEqual([]);
    const city = aCaller('HEALTH', { region: '421200' });
    expect(await list(city, 'division=421221&awaits=HEALTH')).toEqual(ids);
    expect(await list(city, 'division=421221&awaits=CIVIL_AFFAIRS')).toEqual([]);
    const first = await stack.call(city, 'GET', '/v1/applications?division=421221&kind=INFIRMARY&limit=2');
    const cursor = String(first.body['nextCursor']);
    expect((first.body['items'] as { id: string }[]).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(await list(city, `division=421221&kind=INFIRMARY&limit=2&cursor=${cursor}`)).toEqual(ids.slice(2));
    expect(await list(home.caller, 'status=SUBMITTED')).toEqual(ids);
    expect(await list(aCaller('CARE_INST', { organisationId: ids[0] as string }), '')).toEqual([]);
  });
  const anInfirmaryOf = (home: { id: string; caller: Caller }) =>
    submit(home.caller, { kind: 'INFIRMARY', name: '医务室', hostId: home.id, division: '421221' });

  it('REG-12 carries channel and case number of the portal through every change', async () => {
    const application = await aHome({ channel: 'HUBEI_GOV_NET', externalCaseId: 'X1' });
    await act(civilAffairs, application, 'accept');
    const said = await stack.said(EVENT.institutionApplicationChangedV1, String(application.body['institutionId']));
    expect(said).toMatchObject([{ status: 'ACCEPTED', channel: 'HUBEI_GOV_NET', externalCaseId: 'X1' }]);
  });

  it('REG-13 warns before the end and is overdue on 2024-07-16 when accepted on 2024-07-01', async () => {
    const application = await anInfirmary(await aFiledHome(stack));
    const accepted = await act(health, application, 'accept');
    expect(accepted.body).toMatchObject({
      greenChannel: true,
      deadline: { dueOn: '2024-07-15', clock: 'RUNNING', overdue: false, because: { rule: 'REG-13' } },
    });
    const clocks = async () => {
      await swept(stack);
      const said = await stack.said(EVENT.institutionApplicationChangedV1, String(application.body['institutionId']));
      return said.flatMap(({ clock, dueOn }) => (clock ? [[clock, dueOn]] : []));
    };
    await stack.at('2024-07-10T15:59:00Z');
    expect(await clocks()).toEqual([]);
    await stack.at('2024-07-10T16:00:00Z');
    expect(await clocks()).toEqual([['NEAR', '2024-07-15']]);
    const due = await stack.call(health, 'GET', '/v1/deadlines?kind=application.answer&state=WARNED');
    expect(due.body['items']).toMatchObject([
      { subjectId: application.id, ownerRole: 'HEALTH', dueAt: '2024-07-15T16:00:00.000Z' },
    ]);
    await stack.at('2024-07-15T15:59:00Z');
    expect(await clocks()).toHaveLength(1);
    expect(await list(health, 'overdue=true')).toEqual([]);
    await stack.at('2024-07-15T16:00:00Z');
    expect(await list(health, 'overdue=true')).toEqual([application.id]);
    expect((await stack.call(health, 'GET', `/v1/applications/${application.id}`)).body['deadline']).toMatchObject({
      clock: 'OVERDUE',
      overdue: true,
    });
    expect(await clocks()).toEqual([
      ['NEAR', '2024-07-15'],
      ['OVERDUE', '2024-07-15'],
    ]);
  });

  it('REG-13 stands still while the applicant supplements', async () => {
    const home = await aFiledHome(stack);
    const accepted = await act(health, await anInfirmary(home), 'accept');
    await stack.at('2024-07-05T01:00:00Z');
    const items = [{ material: '人员名录', legalBasis: '《医疗机构管理条例》' }];
    const asked = await act(health, accepted, 'ask-more', { items });
    expect(asked.body).toMatchObject({ status: 'SUPPLEMENT', deadline: { clock: 'PAUSED', dueOn: '2024-07-15' } });
    await stack.at('2024-07-19T01:00:00Z');
    await swept(stack);
    expect(await list(health, 'overdue=true&status=SUPPLEMENT')).toEqual([]);
    const given = await act(home.caller, asked, 'resubmit');
    expect(given.body).toMatchObject({ status: 'ACCEPTED', deadline: { clock: 'RUNNING', dueOn: '2024-07-29' } });
    await stack.at('2024-07-29T16:00:00Z');
    await swept(stack);
    const said = await stack.said(EVENT.institutionApplicationChangedV1, String(accepted.body['institutionId']));
    expect(said.at(-1)).toMatchObject({ clock: 'OVERDUE', dueOn: '2024-07-29' });
  });

  it('REG-13 reports the share that was answered in time', async () => {
    const region = '421281';
    const city = aCaller('HEALTH', { region });
    const home = await aFiledHome(stack, { division: region });
    const infirmary = async () => {
      const body = { kind: 'INFIRMARY', name: '医务室', hostId: home.id, division: region };
      return act(city, await submit(home.caller, body), 'accept');
    };
    const [inTime, late, , withdrawn] = [await infirmary(), await infirmary(), await infirmary(), await infirmary()];
    await act(home.caller, withdrawn, 'withdraw');
    await stack.at('2024-07-15T15:00:00Z');
    await act(city, inTime, 'file', { filedOn: '2024-07-15' });
    await stack.at('2024-07-16T01:00:00Z');
    await act(city, late, 'file', { filedOn: '2024-07-15' });
    const report = await stack.call(city, 'GET', '/v1/applications/timeliness?from=2024-07-01&to=2024-07-31');
    expect(report.body).toMatchObject({ inTime: 1, late: 1, open: 0, overdue: 1, ratePercent: 33.3 });
  });

  it('REG-15 takes the 156th social-run institution of a region into the workflow', async () => {
    await stack.own.asSuperuser(
      `insert into institution (id, name, kind, side, division, ownership, profit_nature, investment_origin, operation_state)
       select gen_random_uuid(), '社会办' || n, 'CARE_HOME', 'CARE', '421222', 'PRIVATE_RUN', 'NON_PROFIT', 'DOMESTIC', 'OPERATING'
       from generate_series(1, 155) n`,
    );
    const county = aCaller('CIVIL_AFFAIRS', { region: '421222' });
    const body = { kind: 'CARE_HOME', name: '第156家', creditCode: aCreditCode(), division: '421222' };
    const application = await submit(county, { ...body, beds: [{ kind: 'CARE', count: 5000 }] });
    expect(application.status).toBe(201);
    expect((await act(county, application, 'accept')).body).toMatchObject({ status: 'ACCEPTED' });
  });

  it('REG-38 flags in Jiangxi an elder-care area that is not separated, and files all the same', async () => {
    const separated = { careAreaSeparated: false };
    const { application, hospital } = await opening(separated, { division: '360121' });
    expect(application.body['flags']).toMatchObject([{ rule: 'REG-38', severity: 'MAJOR' }]);
    expect((await opening({ careAreaSeparated: true }, { division: '360121' })).application.body['flags']).toEqual([]);
    expect((await opening(separated)).application.body['flags']).toEqual([]);
    const region = '360100';
    const pending = await act(aCaller('CIVIL_AFFAIRS', { region }), application, 'accept');
    const changedOn = { changedOn: '2024-06-01' };
    const accepted = await act(aCaller('HEALTH', { region }), pending, 'record-scope-change', changedOn);
    const raisedOf = async (id: string) => {
      await swept(stack);
      const raised = await stack.said(EVENT.institutionFindingRaisedV1, id);
      return raised.filter(({ ruleId }) => ruleId === 'REG-38');
    };
    expect(await raisedOf(hospital.id)).toMatchObject([{ severity: 'MAJOR' }]);
    const filed = await act(aCaller('CIVIL_AFFAIRS', { region }), accepted, 'file', { filedOn: '2024-06-01' });
    expect(filed.status).toBe(200);
    expect(await raisedOf(String(application.body['institutionId']))).toMatchObject([{ severity: 'MAJOR' }]);
  });

  it.each([
    ['LEVEL_2_B', 422],
    ['LEVEL_2_A', 201],
  ])('REG-58 answers a ward of a TCM hospital of %s in Lu’an with %d', async (grade, status) => {
    const home = await aFiledHome(stack, { division: '341502' });
    const founder = await anInstitution(stack, { kind: 'TCM_HOSPITAL', division: '341502' });
    await stack.own.asSuperuser('update institution set level = 2, grade = $2 where id = $1', [founder.id, grade]);
    const body = { kind: 'ELDER_WARD', name: '老年病区', hostId: home.id, founderId: founder.id, division: '341502' };
    const answer = await submit(home.caller, body);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body).toMatchObject({ rule: 'REG-58', fields: [{ path: 'founderId' }] });
  });

  it('withdraws what is not decided, and nothing else', async () => {
    const home = await aFiledHome(stack);
    const application = await anInfirmary(home);
    expect(await act(health, application, 'withdraw')).toMatchObject({ status: 200, body: { status: 'WITHDRAWN' } });
    const filed = await act(health, await act(health, await anInfirmary(home), 'accept'), 'file', {
      filedOn: '2024-06-30',
      validTo: '2027-06-30',
    });
    expect(await act(home.caller, filed, 'withdraw')).toMatchObject({ status: 409 });
  });

  it('refuses an end before the beginning and an applicant of another home', async () => {
    const accepted = await act(civilAffairs, await aHome(), 'accept');
    const dates = { filedOn: '2024-06-30', validTo: '2024-06-29' };
    expect(await act(civilAffairs, accepted, 'file', dates)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'validTo' }] },
    });
    const other = await aFiledHome(stack);
    expect(await act(other.caller, accepted, 'withdraw')).toMatchObject({ status: 404 });
  });

  it('lists with one statement and accepts with nine at most', async () => {
    const application = await anInfirmary(await aFiledHome(stack));
    expect(await stack.statementsOf(() => list(health, 'awaits=HEALTH'))).toHaveLength(1);
    const sent = await stack.statementsOf(() => act(health, application, 'accept'));
    expect(sent.length).toBeLessThanOrEqual(9);
  });
});
