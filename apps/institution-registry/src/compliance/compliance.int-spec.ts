import { setTimeout as sleep } from 'node:timers/promises';
import { EVENT } from '@yiyang/contracts';
import type { Caller } from '@yiyang/access';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { Policies } from '@yiyang/service';
import { Reviews } from '../review/reviews.js';
import { institutionRegistry } from '../service-definition.js';
import { ComplianceReview } from './compliance-review.js';
import { agreed, findings, registered, review, reviewsDone, supervisor } from './testing/registered.js';

/** What is known of the policy is asked again after a second, whoever asks. */
const besidePolicy = (sent: string[]) => sent.filter((sql) => !/from policy_value/.test(sql));

describe('findings on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-05-20T02:00:00Z', freeClock: true });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-05-20T02:00:00Z'));

  const compliance = (id: string, caller = supervisor) =>
    stack.call(caller, 'GET', `/v1/institutions/${id}/compliance`);

  const found = async (caller: Caller, id: string, rule: string) => {
    const { body } = await stack.call(caller, 'GET', `/v1/institutions/${id}/findings?rule=${rule}`);
    return body['items'] as object[];
  };

  it('CON-04 REG-26 raises by time alone on the day after the agreement, having warned 30 days before', async () => {
    const [home, hospital] = [await registered(stack), await registered(stack, { kind: 'GENERAL_HOSPITAL', level: 2 })];
    await agreed(stack, home, hospital, { to: '2024-06-30' });
    await review(stack, home);
    expect(await findings(stack, home, 'CON-04')).toEqual([]);

    await stack.at('2024-05-30T15:59:00Z');
    await reviewsDone(stack);
    expect(await findings(stack, home, 'CON-04')).toEqual([]);
    await stack.at('2024-05-30T16:00:00Z');
    await reviewsDone(stack);
    expect(await findings(stack, home, 'CON-04')).toMatchObject([{ code: 'AGREEMENT_ENDS_SOON', status: 'OPEN' }]);

    await stack.at('2024-06-30T15:59:00Z');
    await reviewsDone(stack);
    expect((await compliance(home)).body['medicallyCovered']).toMatchObject({ value: true });
    expect(await findings(stack, home, 'REG-26')).toEqual([]);
    await stack.at('2024-06-30T16:00:00Z');
    await reviewsDone(stack);
    expect(await findings(stack, home, 'CON-04')).toMatchObject([
      { code: 'AGREEMENT_ENDS_SOON', status: 'RESOLVED', reasonCode: 'SUPERSEDED' },
      { code: 'AGREEMENT_MISSING', status: 'OPEN' },
    ]);
    expect((await compliance(home)).body['medicallyCovered']).toMatchObject({
      value: false,
      because: { rule: 'REG-26' },
    });
    const said = await stack.said(EVENT.institutionFindingRaisedV1, home);
    expect(
      said
        .filter(({ raisedAt }) => raisedAt.startsWith('2024-06-30T16:'))
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['AGREEMENT_MISSING', 'HOSPITAL_CHANNEL_MISSING', 'NOT_MEDICALLY_COVERED']);
  });

  it('resolves by itself when the cause ends, and says so once', async () => {
    const [home, hospital] = [await registered(stack), await registered(stack, { kind: 'GENERAL_HOSPITAL', level: 2 })];
    await review(stack, home);
    expect(await findings(stack, home, 'CON-04')).toMatchObject([{ status: 'OPEN' }]);
    await agreed(stack, home, hospital);
    await review(stack, home);
    await review(stack, home);
    expect(await findings(stack, home, 'CON-04')).toMatchObject([{ status: 'RESOLVED', reasonCode: 'CAUSE_ENDED' }]);
    const said = await stack.said(EVENT.institutionFindingResolvedV1, home);
    expect(said.filter(({ ruleId }) => ruleId === 'CON-04')).toHaveLength(1);
  });

  it('REG-17 follows a unit: its qualification ends overnight and the host is found wanting', async () => {
    const home = await registered(stack, { division: '320102', careBeds: 90 });
    const nanjing = aCaller('HEALTH', { region: '320100' });
    await registered(stack, { kind: 'NURSING_STATION', division: '320102', hostId: home, qualifiedTo: '2024-05-31' });
    await review(stack, home);
    expect(await found(nanjing, home, 'REG-17')).toEqual([]);
    await stack.at('2024-05-31T16:00:00Z');
    await reviewsDone(stack);
    expect(await found(nanjing, home, 'REG-17')).toMatchObject([
      {
        code: 'MEDICAL_FACILITY_MISSING',
        owners: ['HEALTH'],
        copies: ['CIVIL_AFFAIRS'],
        source: '宁政办发〔2017〕105号',
        clause: '二(二)',
        policyVersion: expect.any(String),
      },
    ]);
  });

  it('refreshes the figures of a finding that stays, without a word', async () => {
    const home = await registered(stack, { division: '320102', careBeds: 90 });
    await review(stack, home);
    const before = await stack.said(EVENT.institutionFindingRaisedV1, home);
    await stack.own.asSuperuser('update bed_inventory set approved = 95, operating = 95 where institution_id = $1', [
      home,
    ]);
    await review(stack, home);
    const rows = await stack.own.asSuperuser<{ actual: { beds: number } }>(
      `select actual from finding where institution_id = $1 and rule_id = 'REG-17'`,
      [home],
    );
    expect(rows).toMatchObject([{ actual: { beds: 95 } }]);
    expect(await stack.said(EVENT.institutionFindingRaisedV1, home)).toEqual(before);
    expect(await stack.said(EVENT.institutionFindingResolvedV1, home)).toEqual([]);
  });

  it('asks nothing of an institution that closed', async () => {
    const home = await registered(stack);
    await review(stack, home);
    await stack.own.asSuperuser(`update institution set operation_state = 'CLOSED' where id = $1`, [home]);
    await review(stack, home);
    expect(await findings(stack, home, 'CON-04')).toMatchObject([{ reasonCode: 'RULE_NOT_APPLIED' }]);
    const rules = (await compliance(home)).body['rules'] as { because: string }[];
    expect(rules.every(({ because }) => because !== undefined)).toBe(true);
  });

  it('keeps one open finding per rule and subject in the database itself', async () => {
    const home = await registered(stack);
    await review(stack, home);
    const copy = `insert into finding select gen_random_uuid(), institution_id, division, rule_id, subject, code, severity,
      status, expected, actual, source, clause, policy_version, owners, copies, raised_at from finding
      where institution_id = $1 and rule_id = 'CON-04'`;
    await expect(stack.own.asSuperuser(copy, [home])).rejects.toThrow(/finding_open_once/);
  });

  it('waits for nobody who holds the institution, and reviews it when it is free', async () => {
    const home = await registered(stack);
    const { database } = stack.service.parts;
    await database.transaction(async (tx) => {
      await tx.many('select 1 from institution where id = $1 for update', [home]);
      await database.transaction(async (other) => stack.service.app.get(Reviews).request(other, home));
      // Longer than two rounds of the service's own sweeper.
      await sleep(700);
      expect(await findings(stack, home, 'CON-04')).toEqual([]);
    });
    await reviewsDone(stack);
    expect(await findings(stack, home, 'CON-04')).toHaveLength(1);
  });

  it('recomputes the findings of an institution with one statement', async () => {
    const home = await registered(stack);
    await review(stack, home);
    const { database } = stack.service.parts;
    const step = stack.service.app.get(ComplianceReview);
    const sent: string[] = [];
    const before = database.onStatement;
    stack.service.app.get(Policies).forget();
    database.onStatement = (sql) => void sent.push(sql.trim());
    await database.transaction((tx) => step.review(tx, home));
    database.onStatement = before;
    const about = besidePolicy(sent).filter((sql) => /institution|finding/.test(sql) && !/outbox|audit/.test(sql));
    expect(about.map((sql) => sql.slice(0, 24))).toEqual(['select i.id, i.kind, i.s']);
  });

  it('reads compliance with one statement and a list of findings with one', async () => {
    const home = await registered(stack);
    expect(besidePolicy(await stack.statementsOf(() => compliance(home)))).toHaveLength(1);
    expect(await stack.statementsOf(() => stack.call(supervisor, 'GET', '/v1/findings?limit=5'))).toHaveLength(1);
  });

  /** Steps a hospital, and reviews its homes after it. */
  const operation = async (hospital: string, action: string, ground: object, region = '421202') => {
    const department = aCaller('HEALTH', { region });
    const { etag: ifMatch } = await stack.call(department, 'GET', `/v1/institutions/${hospital}`);
    const body = { effectiveOn: '2024-05-20', ...ground };
    const answer = await stack.call(department, 'POST', `/v1/institutions/${hospital}/${action}`, { body, ifMatch });
    expect(answer.status).toBe(200);
    await reviewsDone(stack);
    await reviewsDone(stack);
  };

  const state = (caller: Caller, id: string, type: string, value: object, validFrom: string) =>
    stack.call(caller, 'POST', `/v1/institutions/${id}/facts`, { body: { type, value, validFrom } });

  it('REG-40 an inspection that finds colour-steel panels takes the home out of operation and says so', async () => {
    const home = await registered(stack, { division: '360102' });
    const civilAffairs = aCaller('CIVIL_AFFAIRS', { region: '360000' });
    const inspected = { item: 'COLOUR_STEEL_PANELS', passed: false };
    expect((await state(civilAffairs, home, 'INSPECTION', inspected, '2024-05-20')).status).toBe(201);
    await reviewsDone(stack);
    const { body } = await stack.call(civilAffairs, 'GET', `/v1/institutions/${home}`);
    expect(body).toMatchObject({ operation: { state: 'RECTIFYING' } });
    expect(await stack.said(EVENT.institutionOperationChangedV1, home)).toMatchObject([
      { from: 'OPERATING', to: 'RECTIFYING', effectiveOn: '2024-05-20' },
    ]);
    expect(await found(civilAffairs, home, 'REG-40')).toMatchObject([
      { severity: 'CRITICAL', owners: ['CIVIL_AFFAIRS'], clause: '六(十八)', source: '赣卫老龄字〔2023〕5号' },
    ]);
    await stack.at('2024-05-21T02:00:00Z');
    await state(civilAffairs, home, 'INSPECTION', { item: 'COLOUR_STEEL_PANELS', passed: true }, '2024-05-21');
    await reviewsDone(stack);
    expect(await found(civilAffairs, home, 'REG-40')).toMatchObject([
      { status: 'RESOLVED', reasonCode: 'CAUSE_ENDED' },
    ]);
  });

  it('REG-60 REG-37 facts that are stated resolve their findings, and a year without a drill raises one', async () => {
    const home = await registered(stack);
    const own = aCaller('CARE_INST', { organisationId: home });
    await review(stack, home);
    expect(await found(own, home, 'REG-37')).toMatchObject([{ code: 'FIRE_RESPONSIBLE_MISSING', status: 'OPEN' }]);
    const named = { responsibleStaffCode: 'S-1', managerStaffCode: 'S-2' };
    expect((await state(own, home, 'FIRE_RESPONSIBILITY', named, '2024-05-20')).status).toBe(201);
    expect((await state(own, home, 'SAFETY_EXERCISE', { exercise: 'EMERGENCY_DRILL' }, '2024-05-19')).status).toBe(201);
    await reviewsDone(stack);
    expect(await found(own, home, 'REG-37')).toMatchObject([{ status: 'RESOLVED' }]);
    await stack.at('2025-05-19T15:59:00Z');
    await reviewsDone(stack);
    expect(await found(own, home, 'REG-60')).toEqual([]);
    await stack.at('2025-05-19T16:00:00Z');
    await reviewsDone(stack);
    expect(await found(own, home, 'REG-60')).toMatchObject([
      { code: 'DRILL_OVERDUE', actual: { lastOn: '2024-05-19', dueOn: '2025-05-19' } },
    ]);
  });

  it('REG-26 a medical neighbour covers a home, whoever of them states it; another home does not', async () => {
    const home = await registered(stack);
    const own = aCaller('CARE_INST', { organisationId: home });
    const [other, clinic] = [await registered(stack), await registered(stack, { kind: 'CLINIC' })];
    const near = (partnerId: string) => ({ partnerId, siting: 'ADJACENT', distanceMetres: 50 });
    const covered = async () => (await compliance(home)).body['medicallyCovered'];
    expect((await state(own, home, 'CO_LOCATED', near(other), '2024-05-20')).status).toBe(201);
    expect(await covered()).toMatchObject({ value: false });
    const byClinic = aCaller('MED_INST', { organisationId: clinic });
    expect((await state(byClinic, clinic, 'CO_LOCATED', near(home), '2024-05-20')).status).toBe(201);
    expect(await covered()).toMatchObject({ value: true, because: { inputs: { modes: ['ADJACENT'] } } });
  });

  it('CON-04 a partner that stops leaves its homes without an agreement, and one that goes on again serves them', async () => {
    const [home, hospital] = [await registered(stack), await registered(stack, { kind: 'GENERAL_HOSPITAL', level: 2 })];
    await agreed(stack, home, hospital);
    await review(stack, home, hospital);
    expect(await found(supervisor, home, 'CON-04')).toEqual([]);
    await operation(hospital, 'suspend', { reasonCode: 'SAFETY', legalBasis: '医疗机构管理条例' });
    expect(await found(supervisor, home, 'CON-04')).toMatchObject([{ code: 'AGREEMENT_MISSING', status: 'OPEN' }]);
    await operation(hospital, 'restore', { reasonCode: 'RECTIFIED' });
    expect(await found(supervisor, home, 'CON-04')).toMatchObject([{ status: 'RESOLVED', reasonCode: 'CAUSE_ENDED' }]);
  });

  it('REG-19 CON-07 a liaison form stands in for the infirmary; a partner of another county without a reason is found', async () => {
    const tongren = { division: '520602' };
    const home = await registered(stack, { ...tongren, careBeds: 60 });
    const far = await registered(stack, { kind: 'TOWNSHIP_HOSPITAL', level: 1, division: '520603' });
    const own = aCaller('CARE_INST', { organisationId: home, region: '520602' });
    await review(stack, home);
    expect(await found(own, home, 'REG-19')).toMatchObject([{ status: 'OPEN', actual: { beds: 60 } }]);
    const staff = {
      doctors: [{ name: '示范医生', phone: '0856-5220001' }],
      nurses: [{ name: '示范护士', phone: '0856-5220002' }],
    };
    const body = { careInstitutionId: home, medicalInstitutionId: far, ...staff, serviceHours: '8:00-17:30' };
    expect(await stack.call(own, 'POST', '/v1/liaison-forms', { body })).toMatchObject({ status: 201 });
    await reviewsDone(stack);
    expect(await found(own, home, 'REG-19')).toMatchObject([
      { status: 'RESOLVED', reasonCode: 'SUPERSEDED' },
      { status: 'SUBSTITUTED', clause: expect.any(String) },
    ]);
    const outside = await found(own, home, 'CON-07');
    expect(outside).toMatchObject([{ code: 'PARTNER_OUTSIDE_COUNTY', actual: { division: '520603' } }]);
    expect(JSON.stringify(outside)).not.toMatch(/示范|0856-522/);

    const status = async () => ((await found(own, home, 'REG-19')) as { status: string }[]).at(-1)?.status;
    await operation(far, 'suspend', { reasonCode: 'SAFETY', legalBasis: '医疗机构管理条例' }, '520603');
    expect(await status()).toBe('OPEN');
    await operation(far, 'restore', { reasonCode: 'RECTIFIED' }, '520603');
    expect(await status()).toBe('SUBSTITUTED');
  });

  it('explains every rule by clause, and shows an institution only its own', async () => {
    const [home, other] = [await registered(stack), await registered(stack)];
    const own = aCaller('CARE_INST', { organisationId: home });
    const { body } = await compliance(home, own);
    const rules = body['rules'] as { ruleId: string; outcome: string; clause?: string; source?: string }[];
    expect(rules.length).toBeGreaterThan(20);
    for (const rule of rules.filter(({ outcome }) => outcome !== 'NOT_APPLIED'))
      expect(rule).toMatchObject({ clause: expect.any(String), source: expect.any(String) });
    expect((await compliance(other, own)).status).toBe(404);
    await review(stack, home, other);
    const seen = (await stack.call(own, 'GET', '/v1/findings?limit=200')).body['items'] as { institutionId: string }[];
    expect(new Set(seen.map(({ institutionId }) => institutionId))).toEqual(new Set([home]));
  });

  it('looks at every institution again after 30 days, whatever was not asked for', async () => {
    const infirmary = await registered(stack, { kind: 'INFIRMARY' });
    await review(stack, infirmary);
    const [next] = await stack.own.asSuperuser<{ days: number }>(
      `select round(extract(epoch from due_at - started_at) / 86400)::int as days from deadline
       where kind = 'institution.review' and subject_id = $1`,
      [infirmary],
    );
    expect(next).toEqual({ days: 30 });
  });

  it('reviews a whole division when its policy changes', async () => {
    const home = await registered(stack, { division: '610102' });
    await stack.service.parts.database.transaction(async (tx) =>
      stack.service.app.get(Reviews).requestDivision(tx, '610000'),
    );
    await stack.pass({ minutes: 1 });
    await reviewsDone(stack);
    const rows = await stack.own.asSuperuser('select 1 from finding where institution_id = $1', [home]);
    expect(rows.length).toBeGreaterThan(0);
  });
});
