import { EVENT } from '@yiyang/contracts';
import type { Caller } from '@yiyang/access';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { agreed, registered, review, reviewsDone, supervisor } from './testing/registered.js';

describe('findings that come and go with what institutions state and agree', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-05-20T02:00:00Z', freeClock: true });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-05-20T02:00:00Z'));

  const found = async (caller: Caller, id: string, rule: string) => {
    const { body } = await stack.call(caller, 'GET', `/v1/institutions/${id}/findings?rule=${rule}`);
    return body['items'] as object[];
  };

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

  const compliance = (id: string) => stack.call(supervisor, 'GET', `/v1/institutions/${id}/compliance`);

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
});
