import { setTimeout as sleep } from 'node:timers/promises';
import { EVENT } from '@yiyang/contracts';
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
