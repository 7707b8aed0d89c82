import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { aParty, behindPolicy, type TestParty } from '../agreement/testing/parties.js';
import { institutionRegistry } from '../service-definition.js';

const TONGREN = '520602';
const doctor = { name: '示范医生', phone: '0856-5220001' };
const nurse = { name: '示范护士', phone: '13900000002' };

describe('liaison forms on real PostgreSQL', () => {
  let stack: ServiceStack;
  let hospital: TestParty;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T02:00:00Z' });
    hospital = await aParty(stack, { kind: 'TOWNSHIP_HOSPITAL', level: 1, division: TONGREN });
  });
  afterAll(() => stack.stop());

  const aHome = (division = TONGREN) => aParty(stack, { division });
  const form = (home: TestParty, more: object = {}, medical = hospital) => ({
    careInstitutionId: home.id,
    medicalInstitutionId: medical.id,
    doctors: [doctor],
    nurses: [nurse],
    serviceHours: '周一至周五 8:00-17:30',
    ...more,
  });
  const fill = (home: TestParty, body: object) => stack.call(home.caller, 'POST', '/v1/liaison-forms', { body });
  const listed = async (query = `division=${TONGREN}`) =>
    (await stack.call(aCaller('PUBLIC', { region: '' }), 'GET', `/v1/liaison-contacts?${query}`)).body['items'] as {
      id: string;
    }[];

  it.each([
    ['nurses', { nurses: [] }],
    ['doctors', { doctors: undefined }],
  ])('CON-08 refuses a form without %s and names the field', async (path, more) => {
    expect(await fill(await aHome(), form(await aHome(), more))).toMatchObject({ status: 403 });
    const home = await aHome();
    expect(await fill(home, form(home, more))).toMatchObject({
      status: 422,
      body: { code: 'LIAISON_STAFF_MISSING', rule: 'CON-08', fields: [{ path }], source: expect.any(String) },
    });
  });

  it('CON-08 publishes contact and hours of a complete form to whoever asks, and keeps names out of event and history', async () => {
    const home = await aHome();
    const filled = await fill(home, form(home));
    expect(filled).toMatchObject({ status: 201, body: { doctors: [doctor], nurses: [nurse], inOtherCounty: false } });
    expect((await listed()).find(({ id }) => id === filled.id)).toEqual({
      ...{ id: filled.id, careInstitutionId: home.id, medicalInstitutionId: hospital.id, division: TONGREN },
      ...{ careInstitutionName: expect.any(String), medicalInstitutionName: expect.any(String) },
      ...{ doctors: [doctor], nurses: [nurse], serviceHours: '周一至周五 8:00-17:30' },
    });
    expect((await listed('division=110000')).map(({ id }) => id)).not.toContain(filled.id);
    const kept = await stack.own.asSuperuser<{ text: string }>(
      `select envelope::text as text from outbox where aggregate_id = $1
       union all select state::text from institution_change where subject = $1::text`,
      [filled.id],
    );
    expect(kept).toHaveLength(3);
    for (const { text } of kept) expect(text).not.toMatch(/示范|0856-522|13900000002/);
  });

  it('CON-08 asks for nobody where no region does', async () => {
    const home = await aHome('421202');
    const near = await aParty(stack, { kind: 'COMMUNITY_HEALTH_CENTRE' });
    expect((await fill(home, form(home, { nurses: [] }, near))).status).toBe(201);
  });

  it('CON-07 takes a partner of another county, with and without a reason, and says that it is one', async () => {
    const far = await aParty(stack, { kind: 'TOWNSHIP_HOSPITAL', level: 1, division: '520603' });
    const home = await aHome();
    const filled = await fill(home, form(home, {}, far));
    expect(filled).toMatchObject({ status: 201, body: { inOtherCounty: true, reason: null } });
    expect(await stack.said(EVENT.liaisonChangedV1, filled.id)).toMatchObject([{ inOtherCounty: true }]);
  });

  it('CON-11 refuses a partner that is not at work', async () => {
    const idle = await aParty(stack, { kind: 'TOWNSHIP_HOSPITAL', level: 1, division: TONGREN, operating: false });
    const home = await aHome();
    expect(await fill(home, form(home, {}, idle))).toMatchObject({
      status: 422,
      body: { code: 'PARTNER_NOT_ELIGIBLE', fields: [{ path: 'medicalInstitutionId' }] },
    });
  });

  it('is replaced and ended by its parties, and then no longer listed', async () => {
    const home = await aHome();
    const filled = await fill(home, form(home));
    const url = `/v1/liaison-forms/${filled.id}`;
    const { careInstitutionId: _, medicalInstitutionId: __, ...contacts } = form(home, { serviceHours: '全天' });
    const replace = (body: object, ifMatch?: string) => stack.call(hospital.caller, 'PUT', url, { body, ifMatch });
    expect(await replace({ ...contacts, nurses: [] }, filled.etag)).toMatchObject({ status: 422 });
    const replaced = await replace(contacts, filled.etag);
    expect(replaced).toMatchObject({ status: 200, body: { serviceHours: '全天' } });
    const end = (ifMatch?: string) => stack.call(home.caller, 'POST', `${url}/end`, { body: {}, ifMatch });
    expect((await end(filled.etag)).status).toBe(412);
    const ended = await end(replaced.etag);
    expect(ended).toMatchObject({ status: 200, body: { status: 'ENDED', endedOn: '2024-03-01' } });
    expect(await end(ended.etag)).toMatchObject({ status: 409, body: { code: 'LIAISON_FORM_STATE' } });
    expect((await listed()).map(({ id }) => id)).not.toContain(filled.id);
    expect((await stack.said(EVENT.liaisonChangedV1, filled.id)).map(({ status }) => status)).toEqual([
      'ACTIVE',
      'ACTIVE',
      'ENDED',
    ]);
  });

  it('is there once per pair, also in a race of 10', async () => {
    const home = await aHome();
    const answers = await Promise.all(Array.from({ length: 10 }, () => fill(home, form(home))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('shows a department the form without names, and nothing to a third institution', async () => {
    const home = await aHome();
    const { id } = await fill(home, form(home));
    const read = (caller: TestParty['caller']) => stack.call(caller, 'GET', `/v1/liaison-forms/${id}`);
    expect(await read(home.caller)).toMatchObject({ status: 200, body: { doctors: [doctor] } });
    const seen = await read(aCaller('HEALTH', { region: TONGREN }));
    expect(seen.status).toBe(200);
    expect(seen.text).not.toMatch(/示范医生|0856-522/);
    expect((await read((await aHome()).caller)).status).toBe(404);
  });

  it.each([
    ['doctors[0].phone', { doctors: [{ ...doctor, phone: 'call me' }] }],
    ['nurses[0].name', { nurses: [{ ...nurse, name: '' }] }],
    ['serviceHours', { serviceHours: '时'.repeat(201) }],
    ['doctors', { doctors: Array.from({ length: 11 }, () => doctor) }],
  ])('answers 400 and names %s', async (path, more) => {
    const home = await aHome();
    expect(await fill(home, form(home, more))).toMatchObject({ status: 400, body: { fields: [{ path }] } });
  });

  it('lists by one statement and fills by what its decision waits for', async () => {
    expect(await stack.statementsOf(() => listed())).toHaveLength(1);
    const home = await aHome();
    expect(behindPolicy(await stack.statementsOf(() => fill(home, form(home))))).toHaveLength(11);
  });
});
