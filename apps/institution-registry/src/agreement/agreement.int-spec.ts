import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { aParty, aProposal, behindPolicy, type TestParty } from './testing/parties.js';

type Caller = TestParty['caller'];

describe('cooperation agreements on real PostgreSQL', () => {
  let stack: ServiceStack;
  let home: TestParty;
  let hospital: TestParty;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T02:00:00Z', freeClock: true });
    home = await aParty(stack);
    hospital = await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 3 });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-03-01T02:00:00Z'));

  const propose = (by: Caller, body: object) => stack.call(by, 'POST', '/v1/agreements', { body });
  const read = (id: string, by: Caller = home.caller) => stack.call(by, 'GET', `/v1/agreements/${id}`);
  const list = async (query: string, by: Caller = home.caller, path = '/v1/agreements') =>
    ((await stack.call(by, 'GET', `${path}?${query}`)).body['items'] as { id: string; status: string }[]) ?? [];
  const act = async (by: Caller, id: string, action: string, body: object = {}, ifMatch?: string) =>
    stack.call(by, 'POST', `/v1/agreements/${id}/${action}`, { body, ifMatch: ifMatch ?? (await read(id, by)).etag });
  const breach = { reasonCode: 'BREACH' };

  /** Both sides sign; a fresh pair unless the parties are given. */
  async function signed(more: object = {}, between?: { home: TestParty; hospital: TestParty }) {
    const care = between?.home ?? (await aParty(stack));
    const medical = between?.hospital ?? hospital;
    const proposed = await propose(care.caller, aProposal(care, medical, more));
    expect(proposed).toMatchObject({ status: 201, body: { status: 'PROPOSED' } });
    const { id } = proposed;
    await stack.call(care.caller, 'POST', `/v1/agreements/${id}/sign`, { body: {}, ifMatch: proposed.etag });
    const etag = (await read(id, care.caller)).etag;
    const answer = await stack.call(medical.caller, 'POST', `/v1/agreements/${id}/sign`, { body: {}, ifMatch: etag });
    expect(answer.status).toBe(200);
    return { id, care, medical, status: answer.body['status'] };
  }
  it('8.3 goes from draft to active, and says what others may know of it', async () => {
    const care = await aParty(stack);
    const draft = await propose(care.caller, aProposal(care, hospital, { draft: true, cost: '', items: [] }));
    expect(draft).toMatchObject({ status: 201, body: { status: 'DRAFT' } });
    const { id } = draft;
    expect((await read(id, hospital.caller)).status).toBe(404);
    expect((await read(id, aCaller('HEALTH'))).status).toBe(404);
    expect(await act(care.caller, id, 'propose')).toMatchObject({
      status: 422,
      body: { code: 'AGREEMENT_PART_MISSING', rule: 'CON-01', fields: [{ path: 'cost' }] },
    });
    const { careInstitutionId: _, medicalInstitutionId: __, ...terms } = aProposal(care, hospital);
    const revised = await stack.call(care.caller, 'PUT', `/v1/agreements/${id}`, {
      body: { ...terms, encounterTypes: ['FOLLOW_UP'] },
      ifMatch: (await read(id, care.caller)).etag,
    });
    expect(revised).toMatchObject({ status: 200, body: { status: 'DRAFT', cost: '按项目收费' } });
    expect((await act(care.caller, id, 'propose')).body['status']).toBe('PROPOSED');
    expect((await act(hospital.caller, id, 'sign')).body['status']).toBe('PROPOSED');
    expect((await act(care.caller, id, 'sign')).body['status']).toBe('ACTIVE');
    expect(await stack.said(EVENT.agreementProposedV1, id)).toHaveLength(1);
    expect(await stack.said(EVENT.agreementSignedV1, id)).toMatchObject([{ signedOn: '2024-03-01' }]);
    expect(await stack.said(EVENT.agreementStatusChangedV1, id)).toMatchObject([
      { status: 'ACTIVE', effectiveOn: '2024-03-01' },
    ]);
  });

  it('8.3 a signed agreement is active on its first day without a write, and one event says so', async () => {
    const { id, care, status } = await signed({ validFrom: '2024-03-10' });
    expect(status).toBe('SIGNED');
    await stack.at('2024-03-09T15:59:59Z');
    await stack.sweep();
    expect((await read(id, care.caller)).body['status']).toBe('SIGNED');
    expect(await stack.said(EVENT.agreementStatusChangedV1, id)).toEqual([]);
    await stack.at('2024-03-09T16:00:00Z');
    expect((await read(id, care.caller)).body['status']).toBe('ACTIVE');
    await stack.sweep();
    await stack.sweep();
    expect(await stack.said(EVENT.agreementStatusChangedV1, id)).toMatchObject([
      { status: 'ACTIVE', effectiveOn: '2024-03-10' },
    ]);
  });

  it('CON-04 warns 30 days before the end, once, and expires after the last day, once', async () => {
    const { id, care } = await signed({ validTo: '2024-06-30' });
    await stack.at('2024-05-30T15:59:59Z');
    await stack.sweep();
    expect(await stack.said(EVENT.agreementEndingSoonV1, id)).toEqual([]);
    await stack.at('2024-05-30T16:00:00Z');
    await stack.sweep();
    await stack.sweep();
    expect(await stack.said(EVENT.agreementEndingSoonV1, id)).toMatchObject([{ validTo: '2024-06-30' }]);
    await stack.at('2024-06-30T15:59:59Z');
    await stack.sweep();
    expect((await read(id, care.caller)).body['status']).toBe('ACTIVE');
    expect(await stack.said(EVENT.agreementEndedV1, id)).toEqual([]);
    await stack.at('2024-06-30T16:00:00Z');
    expect((await read(id, care.caller)).body['status']).toBe('EXPIRED');
    await stack.sweep();
    await stack.sweep();
    expect(await stack.said(EVENT.agreementEndedV1, id)).toEqual([
      { agreementId: id, endedOn: '2024-06-30', reasonCode: 'EXPIRED' },
    ]);
    const history = await stack.own.asSuperuser<{ institution_id: string; effective_on: string; role: string }>(
      `select institution_id, effective_on::text, role from institution_change
       where subject = $1 and state ->> 'status' = 'EXPIRED' order by institution_id`,
      [id],
    );
    expect(history).toEqual(
      [care.id, hospital.id]
        .sort()
        .map((institution_id) => ({ institution_id, effective_on: '2024-07-01', role: 'CLOCK' })),
    );
  });

  it('CON-04 does not warn when the renewal is signed', async () => {
    const first = await signed({ validTo: '2024-06-30' });
    const again = aProposal(first.care, hospital, { renewsId: first.id });
    expect(await propose(first.care.caller, { ...again, validFrom: '2024-06-30' })).toMatchObject({
      status: 422,
      body: { code: 'AGREEMENT_RENEWAL', fields: [{ path: 'validFrom' }] },
    });
    await signed({ renewsId: first.id, validFrom: '2024-07-01' }, { home: first.care, hospital });
    await stack.at('2024-06-01T02:00:00Z');
    await stack.sweep();
    expect(await stack.said(EVENT.agreementEndingSoonV1, first.id)).toEqual([]);
  });

  it('a proposal that nobody signs lapses with its term', async () => {
    const care = await aParty(stack);
    const { id } = await propose(care.caller, aProposal(care, hospital, { validTo: '2024-03-31' }));
    await stack.at('2024-04-01T02:00:00Z');
    expect(await act(hospital.caller, id, 'sign')).toMatchObject({ status: 409, body: { code: 'AGREEMENT_STATE' } });
    await stack.sweep();
    expect(await stack.said(EVENT.agreementEndedV1, id)).toMatchObject([{ reasonCode: 'EXPIRED' }]);
  });

  it('8.3 is suspended for a breach, cured, and terminated with a reason; each is said once', async () => {
    const { id, care, medical } = await signed();
    expect((await act(care.caller, id, 'suspend', breach)).body['status']).toBe('SUSPENDED');
    expect((await act(aCaller('HEALTH'), id, 'cure', { reasonCode: 'BREACH_CURED' })).body['status']).toBe('ACTIVE');
    const end = (effectiveOn: string) => act(medical.caller, id, 'terminate', { effectiveOn, reasonCode: 'NO_NEED' });
    expect((await end('2024-03-02')).body['code']).toBe('DATE_IN_FUTURE');
    expect((await end('2024-02-29')).body['code']).toBe('AGREEMENT_TERM');
    expect((await end('2024-03-01')).body).toMatchObject({ status: 'TERMINATED', endedOn: '2024-02-29' });
    expect((await stack.said(EVENT.agreementStatusChangedV1, id)).map(({ status }) => status)).toEqual([
      'ACTIVE',
      'SUSPENDED',
      'ACTIVE',
    ]);
    expect(await stack.said(EVENT.agreementEndedV1, id)).toMatchObject([{ reasonCode: 'NO_NEED' }]);
    expect(await act(care.caller, id, 'suspend', breach)).toMatchObject({ status: 409 });
    expect((await act(aCaller('HEALTH', { region: '360100' }), id, 'cure', breach, '"9"')).status).toBe(404);
    const unknown = await act(care.caller, id, 'suspend', { reasonCode: 'I_DO_NOT_LIKE_THEM' });
    expect(unknown).toMatchObject({ status: 400, body: { fields: [{ path: 'reasonCode' }] } });
  });

  it('8.3 is withdrawn before it begins', async () => {
    const { id, care } = await signed({ validFrom: '2024-04-01' });
    expect((await act(care.caller, id, 'withdraw', { reasonCode: 'MISTAKE' })).body['status']).toBe('WITHDRAWN');
    await stack.at('2025-06-01T02:00:00Z');
    await stack.sweep();
    expect(await stack.said(EVENT.agreementEndedV1, id)).toHaveLength(1);
    expect(await stack.said(EVENT.agreementStatusChangedV1, id)).toEqual([]);
  });

  it('CON-11 refuses to sign with a partner that was revoked or stopped since the proposal', async () => {
    const care = await aParty(stack);
    const partner = await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 2 });
    const idle = await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 2, operating: false });
    expect(await propose(care.caller, aProposal(care, idle))).toMatchObject({
      status: 422,
      body: { code: 'PARTNER_NOT_ELIGIBLE', rule: 'CON-11', fields: [{ path: 'medicalInstitutionId' }] },
    });
    const { id } = await propose(care.caller, aProposal(care, partner));
    const institution = await stack.call(partner.department, 'GET', `/v1/institutions/${partner.id}`);
    const [{ id: qualificationId } = { id: '' }] = institution.body['qualifications'] as { id: string }[];
    await stack.call(
      partner.department,
      'POST',
      `/v1/institutions/${partner.id}/qualifications/${qualificationId}/cancel`,
      { body: { effectiveOn: '2024-03-01', reasonCode: 'HOLDER_REQUEST' }, ifMatch: institution.etag },
    );
    expect(await act(care.caller, id, 'sign')).toMatchObject({ status: 422, body: { code: 'PARTNER_NOT_ELIGIBLE' } });
  });

  it('CON-18 refuses home care beds of a hospital without care filing', async () => {
    const types = ['HOME_CARE_BED'];
    expect(await propose(hospital.caller, aProposal(hospital, home, { types }))).toMatchObject({
      status: 422,
      body: { code: 'HOME_CARE_BED_PROVIDER', rule: 'CON-18', fields: [{ path: 'careInstitutionId' }] },
    });
  });

  it('CON-02 refuses 0 items in Jiangxi by its clause, takes one, and asks for none elsewhere', async () => {
    const at = async (division: string, items: string[]) => {
      const care = await aParty(stack, { division });
      const partner = await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 2, division });
      return propose(care.caller, aProposal(care, partner, { items }));
    };
    expect(await at('360102', [])).toMatchObject({
      status: 422,
      body: {
        ...{ code: 'SERVICE_ITEMS_MISSING', rule: 'CON-02', clause: '二(六)', source: '赣卫老龄字〔2023〕5号' },
        fields: [{ path: 'items' }],
      },
    });
    expect((await at('360102', ['ROUNDS'])).status).toBe(201);
    expect((await at('421221', [])).status).toBe(201);
  });

  it('CON-22 refuses counterpart support by level 1 in Nanjing, takes level 2, and asks nothing elsewhere', async () => {
    const types = ['COUNTERPART_SUPPORT'];
    const at = async (division: string, level: number) => {
      const care = await aParty(stack, { division });
      const partner = await aParty(stack, { kind: 'GENERAL_HOSPITAL', level, division });
      return propose(care.caller, aProposal(care, partner, { types }));
    };
    expect(await at('320102', 1)).toMatchObject({
      status: 422,
      body: { code: 'SUPPORT_LEVEL_TOO_LOW', rule: 'CON-22' },
    });
    expect((await at('320102', 2)).status).toBe(201);
    expect((await at('421202', 1)).status).toBe(201);
  });

  it('CON-12 takes a partner 42 km away and tells how far it is', async () => {
    const [care, far] = [await aParty(stack), await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 2 })];
    expect((await propose(care.caller, aProposal(care, hospital))).body['distanceKm']).toBeNull();
    await stack.own.asSuperuser('update institution set latitude = 29.8416, longitude = 114.3 where id = $1', [
      care.id,
    ]);
    await stack.own.asSuperuser('update institution set latitude = 30.2193, longitude = 114.3 where id = $1', [far.id]);
    expect(await propose(care.caller, aProposal(care, far))).toMatchObject({ status: 201, body: { distanceKm: 42 } });
  });

  it('CON-21 takes FOLLOW_UP and refuses a word outside the vocabulary', async () => {
    const care = await aParty(stack);
    const of = (encounterTypes: string[]) => propose(care.caller, aProposal(care, hospital, { encounterTypes }));
    expect(await of(['CHAT'])).toMatchObject({ status: 400, body: { fields: [{ path: 'encounterTypes' }] } });
    const six = ['VISIT', 'ADMISSION', 'CONSULTATION', 'REFERRAL', 'DISCHARGE', 'FOLLOW_UP'];
    expect(await of(six)).toMatchObject({ status: 201, body: { encounterTypes: six } });
  });

  it('CON-10 keeps checks and tells from which day the next is overdue', async () => {
    await stack.at('2024-01-01T02:00:00Z');
    const { id, care } = await signed({ validFrom: '2024-01-01', checkCycleMonths: 6 });
    const checked = await act(aCaller('CIVIL_AFFAIRS'), id, 'checks', {
      ...{ kind: 'PERIODIC', result: 'CONFORMING', checkedOn: '2024-01-01' },
    });
    expect(checked).toMatchObject({ status: 200, body: { checkDueOn: '2024-07-01', checkOverdue: false } });
    await stack.at('2024-07-01T15:59:59Z');
    expect((await read(id, care.caller)).body['checkOverdue']).toBe(false);
    await stack.at('2024-07-01T16:00:00Z');
    expect((await read(id, care.caller)).body['checkOverdue']).toBe(true);
    const before = await reviewsOf(care.id);
    await stack.sweep();
    expect(await reviewsOf(care.id)).toBeGreaterThan(before);
    const late = { kind: 'KEY_SUPERVISION', result: 'TO_BE_MENDED', checkedOn: '2024-07-03' };
    expect((await act(care.caller, id, 'checks', late)).body['code']).toBe('DATE_IN_FUTURE');
    await act(care.caller, id, 'checks', { ...late, checkedOn: '2024-07-02' });
    expect((await read(id, care.caller)).body).toMatchObject({ checkDueOn: '2025-01-02', checkOverdue: false });
    const checks = await stack.call(care.caller, 'GET', `/v1/agreements/${id}/checks`);
    expect(checks.body['items']).toMatchObject([
      { kind: 'PERIODIC', role: 'CIVIL_AFFAIRS', organisationId: null },
      { kind: 'KEY_SUPERVISION', role: 'CARE_INST', organisationId: care.id },
    ]);
  });

  const reviewsOf = async (institutionId: string) => {
    const [row] = await stack.own.asSuperuser<{ at: Date }>(
      "select started_at as at from deadline where kind = 'institution.review' and subject_id = $1",
      [institutionId],
    );
    return row ? new Date(row.at).getTime() : 0;
  };

  it('CON-10 takes the cycle of the region where the agreement names none', async () => {
    const { id, care } = await signed();
    const { body } = await read(id, care.caller);
    expect(body['checkCycleMonths']).toBe(6);
  });

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
    const sign = (by: Caller, ifMatch?: string) =>
      stack.call(by, 'POST', `/v1/agreements/${proposed}/sign`, { body: {}, ifMatch });
    await sign(care.caller, etag);
    expect(await count(() => sign(hospital.caller, '"2"'))).toEqual([
      'select',
      'begin',
      'select pg_try',
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
