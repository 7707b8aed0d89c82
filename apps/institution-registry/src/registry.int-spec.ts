import { EVENT } from '@yiyang/contracts';
import { makeCreditCode } from '@yiyang/standards';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from './service-definition.js';
import { swept } from './testing/swept.js';

const REGION = '421202';
const health = aCaller('HEALTH');
const civilAffairs = aCaller('CIVIL_AFFAIRS');
let serial = 1000;

const home = () => ({
  kind: 'CARE_HOME',
  name: '示范颐和养老院',
  creditCode: makeCreditCode({ authority: '5', type: '2', region: REGION, serial: `MJ80${serial++}` }),
  division: REGION,
  ownership: 'PRIVATE_RUN',
  profitNature: 'NON_PROFIT',
  beds: [{ kind: 'CARE', count: 120 }],
});
const infirmary = (hostId: string) => {
  const { creditCode: _, ...unit } = home();
  return { ...unit, kind: 'INFIRMARY', name: '示范颐和养老院医务室', hostId, beds: [] };
};

describe('the institution registry on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-02-20T01:00:00Z' });
  });
  afterAll(() => stack.stop());

  const submit = (caller: typeof health, body: object, key?: string) =>
    stack.call(caller, 'POST', '/v1/applications', { body, ...(key && { key }) });
  const decide = (caller: typeof health, application: string, action: string, ifMatch: string, body: object = {}) =>
    stack.call(caller, 'POST', `/v1/applications/${application}/${action}`, { body, ifMatch });

  async function filed(
    caller: typeof health,
    submitter: typeof health,
    body: object,
    filedOn = '2024-02-01',
  ): Promise<string> {
    const application = await submit(submitter, body);
    await decide(caller, application.id, 'accept', '"1"');
    expect((await decide(caller, application.id, 'file', '"2"', { filedOn })).status).toBe(200);
    return String(application.body['institutionId']);
  }

  const institution = (institutionId: string) => stack.call(health, 'GET', `/v1/institutions/${institutionId}`);

  async function homeWithInfirmary() {
    const homeId = await filed(civilAffairs, civilAffairs, home());
    const client = aCaller('CARE_INST', { organisationId: homeId });
    const infirmaryId = await filed(health, client, infirmary(homeId));
    return { homeId, infirmaryId };
  }

  it('REG-01 integrates a home by its unit’s filing and says so once each way', async () => {
    const { homeId, infirmaryId } = await homeWithInfirmary();
    await swept(stack);
    expect((await institution(homeId)).body['isIntegrated']).toMatchObject({
      value: true,
      because: { rule: 'REG-01' },
    });
    await stack.at('2024-03-02T01:00:00Z');
    const unit = await institution(infirmaryId);
    const [qualification] = unit.body['qualifications'] as { id: string }[];
    const cancel = `/v1/institutions/${infirmaryId}/qualifications/${qualification?.id}/cancel`;
    const body = { effectiveOn: '2024-03-01', reasonCode: 'HOLDER_REQUEST' };
    expect((await stack.call(health, 'POST', cancel, { body, ifMatch: unit.etag })).status).toBe(200);
    expect((await institution(homeId)).body['isIntegrated']).toMatchObject({ value: false, since: null });
    await swept(stack);
    const said = await stack.said(EVENT.institutionIntegratedStatusChangedV1, homeId);
    expect(said.map(({ isIntegrated, since }) => ({ isIntegrated, since }))).toEqual([
      { isIntegrated: true, since: '2024-02-01' },
      { isIntegrated: false, since: '2024-03-01' },
    ]);
  });

  it('REG-02 answers 201 to the kind INFIRMARY and 400 to the kind SPA', async () => {
    const homeId = await filed(civilAffairs, civilAffairs, home());
    const client = aCaller('CARE_INST', { organisationId: homeId });
    expect((await submit(client, infirmary(homeId))).status).toBe(201);
    const spa = await submit(client, { ...infirmary(homeId), kind: 'SPA' });
    expect(spa).toMatchObject({ status: 400, body: { fields: [{ path: 'kind' }] } });
  });

  it('REG-16 refuses an application without profitNature', async () => {
    const { profitNature: _, ...rest } = home();
    expect(await submit(civilAffairs, rest)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'profitNature' }] },
    });
  });

  it('names the check that a wrong credit code fails, and not the code', async () => {
    const answer = await submit(civilAffairs, { ...home(), creditCode: '91350100M000100Y44' });
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'creditCode', rule: expect.stringContaining('CHECK_DIGIT') }] },
    });
    expect(answer.text).not.toContain('91350100M000100Y44');
  });

  it('refuses an unknown division and an unknown field by name', async () => {
    expect(await submit(civilAffairs, { ...home(), division: '429999' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'division' }] },
    });
    expect(await submit(civilAffairs, { ...home(), approvedBy: 'me' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'approvedBy', rule: 'unknown field' }] },
    });
  });

  it('answers a repeat byte for byte, refuses the key for another body, and wants a key', async () => {
    const body = home();
    const [first, again] = [await submit(civilAffairs, body, 'k-1'), await submit(civilAffairs, body, 'k-1')];
    expect(again).toMatchObject({ status: 201, text: first.text, etag: first.etag, location: first.location });
    expect(await submit(civilAffairs, home(), 'k-1')).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    const headers = { 'idempotency-key': '' };
    expect(await stack.call(civilAffairs, 'POST', '/v1/applications', { body, headers })).toMatchObject({
      status: 400,
      body: { code: 'IDEMPOTENCY_KEY_MISSING' },
    });
    const operation = await stack.call(civilAffairs, 'GET', '/v1/operations/k-1');
    expect(operation.body).toMatchObject({ state: 'SUCCEEDED', status: 201, location: first.location });
  });

  it('makes one application of 50 identical calls at once', async () => {
    const body = home();
    const before = await stack.said(EVENT.institutionApplicationSubmittedV1);
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(civilAffairs, body, 'k-50')));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    expect(
      answers.filter(({ status }) => status !== 201).every(({ body: { code } }) => code === 'CALL_IN_FLIGHT'),
    ).toBe(true);
    expect((await stack.said(EVENT.institutionApplicationSubmittedV1)).length).toBe(before.length + 1);
  });

  it('wants the version last seen: 428 without, 412 with an old one, one winner of two at once', async () => {
    const application = (await submit(civilAffairs, home())).id;
    const accept = `/v1/applications/${application}/accept`;
    expect(await stack.call(civilAffairs, 'POST', accept, { body: {} })).toMatchObject({ status: 428 });
    expect((await decide(civilAffairs, application, 'accept', '"7"')).status).toBe(412);
    const both = await Promise.all([1, 2].map(() => decide(civilAffairs, application, 'accept', '"1"')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('lists by pages that lose and repeat nothing', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await stack.call(health, 'GET', `/v1/institutions?limit=2&division=421200${cursor}`);
      seen.push(...(page.body['items'] as { id: string }[]).map((item) => item.id));
      if (page.body['nextCursor'] === null) break;
      cursor = `&cursor=${page.body['nextCursor'] as string}`;
    }
    const all = await stack.own.asSuperuser<{ id: string }>(
      "select id from institution where division like '4212%' order by id",
    );
    expect(seen).toEqual(all.map((row) => row.id));
    expect(seen.length).toBeGreaterThan(2);
  });

  it('reads an institution with one statement and submits with five, in two round trips behind the policy', async () => {
    const homeId = await filed(civilAffairs, civilAffairs, home());
    expect(await stack.statementsOf(() => institution(homeId))).toHaveLength(1);
    const own = await stack.statementsOf(() => submit(civilAffairs, home()));
    const policy = own.filter((sql) => sql.includes('from policy_value'));
    expect(policy.length).toBeLessThanOrEqual(1);
    const sent = own.filter((sql) => !policy.includes(sql));
    expect(sent.map((sql) => sql.trim().split(/[\s(]/)[0])).toEqual(['begin', 'select', 'insert', 'with', 'commit']);
    for (const table of ['outbox', 'audit_entry', 'idempotency_record'])
      expect(sent[3]).toContain(`insert into ${table} (`);
  });
});
