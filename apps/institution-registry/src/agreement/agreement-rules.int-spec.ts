import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { agreementCalls, agreementCast, type Cast } from './testing/agreements.js';
import { aParty, aProposal } from './testing/parties.js';

describe('rules of cooperation agreements', () => {
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

  const { propose, read, act, signed } = agreementCalls(() => cast);

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

  it('CON-11 refuses to sign while a licence is revoked: what waited for it sees it', async () => {
    const [care, partner] = [await aParty(stack), await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 2 })];
    const { id, etag } = await propose(care.caller, aProposal(care, partner));
    let signing: ReturnType<typeof act> | undefined;
    await stack.service.parts.database.transaction(async (tx) => {
      await tx.many('update institution set version = version + 1 where id = $1', [partner.id]);
      signing = act(care.caller, id, 'sign', {}, etag);
      await stack.until("select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%institution%'");
      await tx.many("update qualification set state = 'REVOKED' where institution_id = $1", [partner.id]);
    });
    expect(await signing).toMatchObject({ status: 422, body: { code: 'PARTNER_NOT_ELIGIBLE' } });
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
});
