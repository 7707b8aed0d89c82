import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { agreementCalls, agreementCast, type Cast } from './testing/agreements.js';
import { aParty, aProposal } from './testing/parties.js';

describe('cooperation agreements through their states', () => {
  let stack: ServiceStack;
  let cast: Cast;
  let hospital: Cast['hospital'];
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T02:00:00Z', freeClock: true });
    cast = await agreementCast(stack);
    ({ hospital } = cast);
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-03-01T02:00:00Z'));

  const { propose, read, act, signed } = agreementCalls(() => cast);
  const breach = { reasonCode: 'BREACH' };

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
});
