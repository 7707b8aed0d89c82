import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack, type Answered } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { aFiledHome } from '../testing/filed-home.js';
import { swept } from '../testing/swept.js';

const health = aCaller('HEALTH');
const civilAffairs = aCaller('CIVIL_AFFAIRS');
const LAW = '《消防法》第五十四条';

interface Qualification {
  readonly id: string;
  readonly state: string;
}

describe('institutions after they were filed, on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-02-20T01:00:00Z', freeClock: true });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-02-20T01:00:00Z'));

  const read = (id: string, query = '', caller: Caller = health) =>
    stack.call(caller, 'GET', `/v1/institutions/${id}${query}`);
  const act = async (caller: Caller, id: string, action: string, body: object) =>
    stack.call(caller, 'POST', `/v1/institutions/${id}/${action}`, { body, ifMatch: (await read(id)).etag });
  const qualificationsOf = (answer: Answered) => answer.body['qualifications'] as Qualification[];
  const onQualification = async (caller: Caller, id: string, action: string, body: object) => {
    const [qualification] = qualificationsOf(await read(id));
    return act(caller, id, `qualifications/${qualification?.id}/${action}`, { reasonCode: 'TEST', ...body });
  };
  const history = async (id: string, query = '', caller = health) => {
    const answer = await stack.call(caller, 'GET', `/v1/institutions/${id}/history?${query}`);
    return { ...answer, items: answer.body['items'] as Record<string, unknown>[] };
  };

  /** An operating home with an infirmary that is filed until a day. */
  async function aHouse(validTo?: string) {
    const home = await aFiledHome(stack);
    await act(civilAffairs, home.id, 'start-operation', { startedOn: '2024-02-01' });
    const body = {
      ...{ kind: 'INFIRMARY', name: '医务室', hostId: home.id, division: '421202' },
      ...{ ownership: 'PRIVATE_RUN', profitNature: 'NON_PROFIT', beds: [] },
    };
    const application = await stack.call(home.caller, 'POST', '/v1/applications', { body });
    const decide = (action: string, ifMatch: string, decision: object) =>
      stack.call(health, 'POST', `/v1/applications/${application.id}/${action}`, { body: decision, ifMatch });
    await decide('accept', '"1"', {});
    await decide('file', '"2"', { filedOn: '2024-02-10', ...(validTo && { validTo }) });
    await swept(stack);
    return { home, unitId: String(application.body['institutionId']) };
  }
  const integratedSaid = async (id: string) => {
    const said = await stack.said(EVENT.institutionIntegratedStatusChangedV1, id);
    return said.map(({ isIntegrated, since }) => [isIntegrated, since]);
  };

  it('REG-01 lapses by itself at the instant of expiry: reads show it at once, one event says it', async () => {
    const { home, unitId } = await aHouse('2024-03-31');
    await stack.at('2024-03-31T15:59:59Z');
    await swept(stack);
    expect((await read(home.id)).body['isIntegrated']).toMatchObject({ value: true, since: '2024-02-10' });
    await stack.at('2024-03-31T16:00:00Z');
    const before = await read(home.id);
    expect(before.body['isIntegrated']).toMatchObject({ value: false, since: null });
    expect(qualificationsOf(await read(unitId))).toMatchObject([{ state: 'EXPIRED' }]);
    const listed = await stack.call(health, 'GET', '/v1/institutions?integrated=true&limit=200');
    expect((listed.body['items'] as { id: string }[]).map(({ id }) => id)).not.toContain(home.id);
    await swept(stack);
    await swept(stack);
    expect(await integratedSaid(home.id)).toEqual([
      [true, '2024-02-10'],
      [false, '2024-04-01'],
    ]);
    expect((await read(home.id)).etag).toBe(before.etag);
    expect(await stack.said(EVENT.institutionQualificationChangedV1, unitId)).toMatchObject([
      { state: 'EXPIRED', effectiveOn: '2024-04-01' },
    ]);
    expect((await history(unitId, 'aspect=QUALIFICATION')).items[0]).toMatchObject({
      action: 'qualification.expire',
      by: { role: 'CLOCK' },
    });
  });

  it('REG-01 is integrated again after a late renewal, with one more event', async () => {
    const { home, unitId } = await aHouse('2024-03-31');
    await stack.at('2024-04-10T01:00:00Z');
    await swept(stack);
    const renewal = { effectiveOn: '2024-04-08', validTo: '2026-03-31' };
    expect(await onQualification(health, unitId, 'renew', renewal)).toMatchObject({ status: 200 });
    expect((await read(home.id)).body['isIntegrated']).toMatchObject({ value: true, since: '2024-04-08' });
    await swept(stack);
    expect(await integratedSaid(home.id)).toEqual([
      [true, '2024-02-10'],
      [false, '2024-04-01'],
      [true, '2024-04-08'],
    ]);
  });

  it('suspends, restores and revokes a licence, and the institution stays', async () => {
    const { home, unitId } = await aHouse();
    const decided = { effectiveOn: '2024-02-20', legalBasis: LAW };
    expect((await onQualification(civilAffairs, unitId, 'suspend', decided)).status).toBe(403);
    expect(await onQualification(health, unitId, 'suspend', { ...decided, legalBasis: ' ' })).toMatchObject({
      status: 422,
      body: { code: 'LEGAL_BASIS_MISSING', rule: 'REG-14' },
    });
    expect(qualificationsOf(await onQualification(health, unitId, 'suspend', decided))).toMatchObject([
      { state: 'SUSPENDED' },
    ]);
    expect((await read(home.id)).body['isIntegrated']).toMatchObject({ value: false });
    await onQualification(health, unitId, 'restore', { effectiveOn: '2024-02-20' });
    expect((await read(home.id)).body['isIntegrated']).toMatchObject({ value: true });
    await onQualification(health, unitId, 'revoke', decided);
    expect((await read(home.id)).body).toMatchObject({
      isIntegrated: { value: false },
      operation: { state: 'OPERATING' },
      qualifications: [{ state: 'ACTIVE' }],
    });
    expect(await onQualification(health, unitId, 'restore', { effectiveOn: '2024-02-20' })).toMatchObject({
      status: 409,
      body: { code: 'QUALIFICATION_STATE' },
    });
  });

  it('REG-24 changes the nature of a 公建民营 home only with the approval of civil affairs, and keeps it', async () => {
    const home = await aFiledHome(stack, { ownership: 'PUBLIC_BUILT_PRIVATE_RUN' });
    const change = { effectiveOn: '2024-02-20', reasonCode: 'OWNER_CHANGE', profitNature: 'FOR_PROFIT' };
    expect(await act(civilAffairs, home.id, 'change-registration', change)).toMatchObject({
      status: 422,
      body: { code: 'NATURE_CHANGE_NOT_APPROVED', rule: 'REG-24', fields: [{ path: 'civilAffairsApprovalNo' }] },
    });
    const approved = { ...change, civilAffairsApprovalNo: '民批〔2024〕1号' };
    expect(await act(civilAffairs, home.id, 'change-registration', approved)).toMatchObject({
      status: 200,
      body: { profitNature: 'FOR_PROFIT', ownership: 'PUBLIC_BUILT_PRIVATE_RUN' },
    });
    expect((await read(home.id, '?on=2024-02-19')).body).toMatchObject({ profitNature: 'NON_PROFIT' });
    expect((await read(home.id, '?on=2024-02-20')).body).toMatchObject({ profitNature: 'FOR_PROFIT' });
    expect((await history(home.id, 'aspect=INSTITUTION')).items).toMatchObject([
      { action: 'institution.change-registration', reasonCode: 'OWNER_CHANGE' },
      { action: 'application.file' },
    ]);
  });

  it('tells level and grade of a registration that changed', async () => {
    const { unitId } = await aHouse();
    const change = { effectiveOn: '2024-02-20', reasonCode: 'LEVEL_REVIEW', level: 2, grade: 'LEVEL_2_A' };
    await act(health, unitId, 'change-registration', change);
    expect(await stack.said(EVENT.institutionRegistrationChangedV1, unitId)).toMatchObject([
      { level: 2, grade: '05', ownership: 'PRIVATE_RUN', effectiveOn: '2024-02-20' },
    ]);
  });

  it('REG-41 suspends on 2024-04-01 by decision, tells it, and restores after rectification', async () => {
    const { home } = await aHouse();
    await stack.at('2024-04-01T01:00:00Z');
    const decision = { effectiveOn: '2024-04-01', reasonCode: 'FIRE', legalBasis: LAW };
    expect((await act(health, home.id, 'suspend', decision)).status).toBe(403);
    expect(await act(civilAffairs, home.id, 'suspend', { ...decision, reasonCode: 'MOOD' })).toMatchObject({
      status: 400,
    });
    expect(await act(civilAffairs, home.id, 'suspend', { ...decision, legalBasis: '' })).toMatchObject({
      status: 422,
      body: { rule: 'REG-14' },
    });
    const suspended = await act(civilAffairs, home.id, 'suspend', decision);
    expect(suspended.body['operation']).toEqual({ state: 'SUSPENDED', since: '2024-04-01', startedOn: '2024-02-01' });
    const restored = { effectiveOn: '2024-04-01', reasonCode: 'RECTIFIED' };
    expect((await act(civilAffairs, home.id, 'restore', restored)).body['operation']).toMatchObject({
      state: 'OPERATING',
    });
    expect(await stack.said(EVENT.institutionOperationChangedV1, home.id)).toMatchObject([
      { from: 'NOT_STARTED', to: 'OPERATING' },
      { from: 'OPERATING', to: 'SUSPENDED', effectiveOn: '2024-04-01' },
      { from: 'SUSPENDED', to: 'OPERATING' },
    ]);
  });

  it('reads any day as it was and as it was known then: a cancellation that is dated back', async () => {
    const { home, unitId } = await aHouse();
    const known = '2024-03-08T04:00:00Z';
    await stack.at('2024-03-10T01:00:00Z');
    await onQualification(health, unitId, 'cancel', { effectiveOn: '2024-03-01' });
    const seen = async (query: string) => {
      const [unit, host] = [await read(unitId, query), await read(home.id, query)];
      return [qualificationsOf(unit)[0]?.state, (host.body['isIntegrated'] as { value: boolean }).value];
    };
    expect(await seen('?on=2024-02-29')).toEqual(['ACTIVE', true]);
    expect(await seen('?on=2024-03-01')).toEqual(['CANCELLED', false]);
    expect(await seen(`?on=2024-03-01&knownAt=${known}`)).toEqual(['ACTIVE', true]);
    expect(await seen(`?on=2024-03-05&knownAt=${known}`)).toEqual(['ACTIVE', true]);
    expect(await seen('?on=2024-03-05&knownAt=2024-03-10T01:00:01Z')).toEqual(['CANCELLED', false]);
    expect((await read(unitId, '?on=2024-02-09')).status).toBe(404);
    expect((await read(unitId, '?on=2024-02-10&knownAt=2024-02-10T01:00:00Z')).status).toBe(404);
  });

  it('reads operation and beds of a day, with one statement', async () => {
    const { home } = await aHouse();
    const past = await read(home.id, '?on=2024-01-31');
    expect(past.status).toBe(404);
    expect((await read(home.id, '?on=2024-02-01')).body).toMatchObject({
      operation: { state: 'OPERATING', startedOn: '2024-02-01' },
      beds: [{ kind: 'CARE', approved: 120, operating: 120, blocked: 0 }],
      asOf: { on: '2024-02-01' },
    });
    expect(await stack.statementsOf(() => read(home.id, '?on=2024-02-01'))).toHaveLength(1);
  });

  it.each([
    ['on=2024-13-01', 'on'],
    ['knownAt=yesterday', 'knownAt'],
    ['knownAt=0000-01-01T00:00:00Z', 'knownAt'],
  ])('refuses %s by name', async (query, path) => {
    const { id } = await aFiledHome(stack);
    expect(await read(id, `?${query}`)).toMatchObject({ status: 400, body: { fields: [{ path }] } });
  });

  it('lists who changed what, when and why, the newest first, to departments of the region and the institution', async () => {
    const { home, unitId } = await aHouse();
    const all = await history(home.id);
    expect(all.items.map(({ aspect, action }) => [aspect, action])).toEqual([
      ['OPERATION', 'institution.start-operation'],
      ['BEDS', 'application.file'],
      ['OPERATION', 'application.file'],
      ['QUALIFICATION', 'application.file'],
      ['INSTITUTION', 'application.file'],
    ]);
    expect(all.items[0]).toMatchObject({ effectiveOn: '2024-02-01', by: { role: 'CIVIL_AFFAIRS' } });
    const first = await history(home.id, 'limit=2');
    const rest = await history(home.id, `limit=3&cursor=${String(first.body['nextCursor'])}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
    const unit = aCaller('CARE_INST', { organisationId: home.id, unitIds: [unitId] });
    expect((await history(unitId, '', unit)).items).not.toEqual([]);
    expect((await history(home.id, '', aCaller('CARE_INST', { organisationId: unitId }))).items).toEqual([]);
    expect((await history(home.id, '', aCaller('HEALTH', { region: '360100' }))).items).toEqual([]);
  });

  it('changes an operation with eleven statements at most, lists a history with one', async () => {
    const { home } = await aHouse();
    const decision = { effectiveOn: '2024-02-20', reasonCode: 'FIRE', legalBasis: LAW };
    const sent = await stack.statementsOf(() => act(civilAffairs, home.id, 'suspend', decision));
    expect(sent.length).toBeLessThanOrEqual(11);
    expect(await stack.statementsOf(() => history(home.id))).toHaveLength(1);
  });
});
