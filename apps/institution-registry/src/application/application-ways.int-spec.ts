import { EVENT } from '@yiyang/contracts';
import { ServiceStack, type Answered } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { aFiledHome } from '../testing/filed-home.js';
import { civilAffairs, common, health, Window } from './testing/window.js';

describe('drafts, ways and decisions of applications, on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-07-01T01:00:00Z', freeClock: true });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-07-01T01:00:00Z'));

  const { submit, aHome, anInfirmary, act, list } = new Window(() => stack);

  it('REG-03 records the setting of a kind', async () => {
    const application = await aHome({ kind: 'RURAL_HAPPINESS_HOME' });
    expect(application).toMatchObject({ status: 201, body: { setting: 'COMMUNITY', awaits: 'CIVIL_AFFAIRS' } });
  });

  it('8.1 keeps a draft that its writer alone sees and revises, and submits it as the region answers then', async () => {
    const home = await aFiledHome(stack);
    const body = { ...common, kind: 'NURSING_HOSPITAL', name: '护理院', level: 3, hostId: home.id };
    const draft = await submit(home.caller, { ...body, draft: true });
    expect(draft).toMatchObject({
      status: 201,
      body: { status: 'DRAFT', awaits: 'APPLICANT', submittedAt: null, path: { value: 'APPROVAL' } },
    });
    expect((await stack.call(health, 'GET', draft.location ?? '')).status).toBe(404);
    expect(await list(health, 'status=DRAFT')).toEqual([]);
    expect(await list(home.caller, 'status=DRAFT')).toEqual([draft.id]);
    expect((await act(health, draft, 'accept')).status).toBe(404);
    const revise = (of: Answered, to: object) =>
      stack.call(home.caller, 'PUT', `/v1/applications/${of.id}`, { body: to, ifMatch: of.etag });
    const revised = await revise(draft, { ...body, level: 2 });
    expect(revised.body).toMatchObject({ status: 'DRAFT', path: { value: 'TWO_IN_ONE' }, flags: [] });
    expect((await submit(home.caller, { ...body, level: 2 })).body['flags']).toEqual([]);
    const said = (event: 'institutionApplicationSubmittedV1' | 'institutionApplicationChangedV1') =>
      stack.said(EVENT[event], String(draft.body['institutionId']));
    expect(await said('institutionApplicationSubmittedV1')).toEqual([]);
    const submitted = await act(home.caller, revised, 'submit');
    expect(submitted.body).toMatchObject({
      ...{ status: 'SUBMITTED', awaits: 'HEALTH', submittedAt: expect.any(String), name: '护理院' },
      flags: [{ code: 'SECOND_APPLICATION' }],
    });
    expect(await said('institutionApplicationSubmittedV1')).toMatchObject([{ path: 'TWO_IN_ONE', hostId: home.id }]);
    expect(await said('institutionApplicationChangedV1')).toEqual([]);
    expect(await revise(submitted, body)).toMatchObject({ status: 409, body: { code: 'APPLICATION_STATE' } });
    expect((await act(health, submitted, 'accept')).body).toMatchObject({ status: 'ACCEPTED' });
  });

  it('8.1 drops a draft without a word to anybody', async () => {
    const draft = await aHome({ draft: true });
    expect((await act(civilAffairs, draft, 'withdraw')).body).toMatchObject({ status: 'WITHDRAWN', submittedAt: null });
    const institutionId = String(draft.body['institutionId']);
    expect(await stack.said(EVENT.institutionApplicationChangedV1, institutionId)).toEqual([]);
  });

  it('REG-06 flags the second application for what two in one gives at once', async () => {
    const home = await aFiledHome(stack);
    const body = { kind: 'NURSING_HOSPITAL', name: '护理院', level: 2, hostId: home.id };
    const first = await submit(home.caller, body);
    expect(first.body).toMatchObject({ path: { value: 'TWO_IN_ONE' }, flags: [] });
    const second = await submit(home.caller, body);
    const items = [{ material: '人员名录', legalBasis: '《医疗机构管理条例》' }];
    const given = await act(home.caller, await act(health, second, 'ask-more', { items }), 'resubmit');
    for (const { body } of [second, given])
      expect(body['flags']).toMatchObject([{ rule: 'REG-06', code: 'SECOND_APPLICATION' }]);
    expect((await submit(home.caller, { ...body, level: 3 })).body).toMatchObject({
      path: { value: 'APPROVAL' },
      flags: [],
    });
  });

  it('REG-06 flags all but one of the applications that come at once', async () => {
    const home = await aFiledHome(stack);
    const body = { kind: 'NURSING_HOSPITAL', name: '护理院', level: 2, hostId: home.id };
    const all = await Promise.all(Array.from({ length: 8 }, () => submit(home.caller, body)));
    expect(all.filter(({ body: { flags } }) => (flags as object[]).length === 0)).toHaveLength(1);
  });

  it('REG-04 REG-05 REG-07 refuses a path that the law does not have, or the region not', async () => {
    expect(await aHome({ requestedPath: 'APPROVAL' })).toMatchObject({
      status: 422,
      body: { code: 'LICENCE_NOT_NEEDED', rule: 'REG-04', fields: [{ path: 'requestedPath' }] },
    });
    const home = await aFiledHome(stack);
    const infirmary = { kind: 'INFIRMARY', name: '医务室', hostId: home.id, requestedPath: 'APPROVAL' };
    expect(await submit(home.caller, infirmary)).toMatchObject({
      status: 422,
      body: { code: 'FILING_ONLY', rule: 'REG-05' },
    });
    const investmentOrigin = 'HONG_KONG_MACAO_TAIWAN_SOLE';
    const asked = {
      kind: 'OUTPATIENT_DEPARTMENT',
      name: '门诊部',
      level: 1,
      investmentOrigin,
      requestedPath: 'TWO_IN_ONE',
    };
    expect(await submit(home.caller, { ...asked, hostId: home.id })).toMatchObject({
      status: 422,
      body: { code: 'TWO_IN_ONE_EXCLUDED', rule: 'REG-07', source: expect.stringContaining('咸宁') },
    });
    const [division, wenshan] = ['532601', await aFiledHome(stack, { division: '532601' })];
    expect(await submit(wenshan.caller, { ...asked, hostId: wenshan.id, division })).toMatchObject({
      status: 201,
      body: { path: { value: 'TWO_IN_ONE' } },
    });
  });

  it('REG-05 REG-06 files an infirmary without a number; one approval of a nursing hospital carries both numbers', async () => {
    const home = await aFiledHome(stack);
    const infirmary = await act(health, await anInfirmary(home), 'accept');
    const filed = await act(health, infirmary, 'file', { filedOn: '2024-07-01' });
    expect(filed.body).toMatchObject({ status: 'FILED' });
    const qualificationsOf = async ({ body }: Answered) =>
      (await stack.call(health, 'GET', `/v1/institutions/${String(body['institutionId'])}`)).body['qualifications'];
    const [filing] = (await qualificationsOf(filed)) as object[];
    expect(filing).toMatchObject({ state: 'ACTIVE', filedOn: '2024-07-01' });
    expect(Object.keys(filing ?? {})).not.toContain('practiceRegistrationNo');
    const nursing = { kind: 'NURSING_HOSPITAL', name: '护理院', level: 2, hostId: home.id };
    const accepted = await act(health, await submit(home.caller, nursing), 'accept');
    const numbers = { establishmentApprovalNo: '咸卫设〔2024〕1号', practiceRegistrationNo: 'PDY00001' };
    const { establishmentApprovalNo: _, ...one } = { licensedOn: '2024-07-01', ...numbers };
    expect(await act(health, accepted, 'approve', one)).toMatchObject({ status: 422, body: { rule: 'REG-06' } });
    const licensed = await act(health, accepted, 'approve', { licensedOn: '2024-07-01', ...numbers });
    expect(licensed.body).toMatchObject({ status: 'LICENSED' });
    expect(await qualificationsOf(licensed)).toMatchObject([{ path: 'TWO_IN_ONE', ...numbers }]);
    const past = await stack.call(
      health,
      'GET',
      `/v1/institutions/${String(licensed.body['institutionId'])}?on=2024-07-01`,
    );
    expect(past.body['qualifications']).toMatchObject([numbers]);
  });

  it('REG-06 approves a level 3 hospital of a care institution in separate steps', async () => {
    const home = await aFiledHome(stack);
    const body = { kind: 'REHAB_HOSPITAL', name: '康复医院', level: 3, hostId: home.id };
    const accepted = await act(health, await submit(home.caller, body), 'accept');
    const licence = { licensedOn: '2024-07-01', practiceRegistrationNo: 'PDY00002' };
    expect(await act(health, accepted, 'approve', licence)).toMatchObject({
      status: 409,
      body: { code: 'ESTABLISHMENT_NOT_APPROVED', rule: 'REG-06' },
    });
    const establishment = { approvedOn: '2024-07-01', establishmentApprovalNo: '咸卫设〔2024〕2号' };
    const established = await act(health, accepted, 'approve-establishment', establishment);
    expect(established.body).toMatchObject({
      ...{ status: 'ACCEPTED', establishmentApprovalNo: '咸卫设〔2024〕2号', establishmentApprovedOn: '2024-07-01' },
    });
    expect((await act(health, established, 'approve-establishment', establishment)).status).toBe(409);
    const licensed = await act(health, established, 'approve', licence);
    expect(licensed.body).toMatchObject({ status: 'LICENSED', path: { value: 'APPROVAL' } });
    const id = String(licensed.body['institutionId']);
    expect((await stack.call(health, 'GET', `/v1/institutions/${id}`)).body['qualifications']).toMatchObject([
      { path: 'APPROVAL', practiceRegistrationNo: 'PDY00002', establishmentApprovalNo: '咸卫设〔2024〕2号' },
    ]);
  });

  it('REG-14 refuses an application only on a legal basis', async () => {
    const accepted = await act(civilAffairs, await aHome(), 'accept');
    const refusing = { reasonCode: 'MATERIALS_FALSE', legalBasis: '' };
    expect(await act(civilAffairs, accepted, 'refuse', refusing)).toMatchObject({
      status: 422,
      body: { code: 'LEGAL_BASIS_MISSING', rule: 'REG-14', fields: [{ path: 'legalBasis' }] },
    });
    const legalBasis = '《养老机构管理办法》第十条';
    expect((await act(civilAffairs, accepted, 'refuse', { ...refusing, legalBasis })).body).toMatchObject({
      ...{ status: 'REFUSED', legalBasis, awaits: null },
    });
  });
});
