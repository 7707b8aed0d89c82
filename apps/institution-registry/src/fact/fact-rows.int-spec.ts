import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { countiesWithin, type InstitutionKind } from '@yiyang/standards';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { anInstitution, type Named } from '../testing/an-institution.js';
import { FACT_TYPE_CODES, factType, type FactTypeCode } from './domain/fact-types.js';
import { canStartHomeVisit, canTakeTask, isInWidenedScope, isPilotMember } from './domain/gates.js';

type Item = Record<string, unknown>;

const EXAMPLES: Readonly<Record<FactTypeCode, Item>> = {
  CO_LOCATED: { partnerId: null, siting: 'INTEGRATED', distanceMetres: 0 },
  REHAB_FACILITY: { facility: 'REHAB_CENTRE', staff: 0, partnerId: null },
  MEDICAL_SERVICE_MODE: { mode: 'OUTSOURCED', partnerId: null },
  UNAPPROVED_NATURE_CHANGE: { ownership: 'PRIVATE_RUN', profitNature: 'FOR_PROFIT' },
  COUNTY_SEAT: {},
  CONSORTIUM_MEMBERSHIP: { consortium: 'XIANAN_1', role: 'MEMBER', partnerId: null },
  SUPPORT_INSTITUTION: {},
  STAFF_MEMBER: { staffCode: 'D-1', staffRole: 'DOCTOR', engagement: 'MULTI_SITE', registeredRegion: '500000' },
  FIRE_RESPONSIBILITY: { responsibleStaffCode: 'M-1', managerStaffCode: null },
  CARE_AREA: { careAreaSeparated: false, dedicatedStaff: 0 },
  OUTBREAK: {},
  CROSS_USE: { urgentReason: 'EVACUATION', controlMeasure: 'DISINFECTION' },
  INSPECTION: { item: 'COLOUR_STEEL_PANELS', passed: false },
  SERVES_OUTSIDERS: { servesOutsiders: true },
  SAFETY_EXERCISE: { exercise: 'EMERGENCY_DRILL' },
  CAPABILITY: { capability: 'GERIATRICS_DEPARTMENT' },
  PRIORITY_WINDOW: { services: ['VISIT'] },
  STAR_RATING: { stars: 4, evidence: ['STATION'] },
  INSURANCE_POLICY: { insurance: 'LIABILITY' },
  WIDENED_SCOPE: { of: 'DEPARTMENT', code: 'A03', approvalNo: '渝卫发〔2024〕3号' },
  TELEMEDICINE: { partnerId: null },
  PURCHASED_TASK: { task: 'TRAINING' },
  ASSESSMENT_CENTRE: {},
  TRANSITIONAL_USE: { formerUse: 'SCHOOL' },
  PILOT_PROGRAMME: { programme: 'HOSPICE', partnerId: null },
};

const health = aCaller('HEALTH');
const healthOf = (region: string) => aCaller('HEALTH', { region });

describe('rows of the requirements that rest on facts', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-20T01:00:00Z' });
  });
  afterAll(() => stack.stop());

  const state = (caller: Caller, { id }: Pick<Named, 'id'>, type: string, value: Item, days: Item = {}) =>
    stack.call(caller, 'POST', `/v1/institutions/${id}/facts`, {
      body: { type, value, validFrom: '2024-01-01', ...days },
    });
  const many = (caller: Caller, items: Item[]) => stack.call(caller, 'POST', '/v1/facts', { body: { items } });
  const report = async (caller: Caller, type: string, query = '') =>
    (await stack.call(caller, 'GET', `/v1/reports/facts/${type}?${query}`)).body;
  const listed = async (caller: Caller, { id }: Pick<Named, 'id'>, query = '') =>
    (await stack.call(caller, 'GET', `/v1/institutions/${id}/facts?${query}`)).body['items'] as Item[];
  const saidOf = ({ id }: Pick<Named, 'id'>) => stack.said(EVENT.institutionFactStatedV1, id);
  const several = (count: number, kind: InstitutionKind, division: string) =>
    Promise.all(Array.from({ length: count }, () => anInstitution(stack, { kind, division })));

  it.each(FACT_TYPE_CODES.map((type) => [factType(type).from, type] as const))(
    '%s: %s is stated by whom the row names, and read back as stated',
    async (from, type) => {
      const { about, statedBy } = factType(type);
      const [institution] = await several(1, about === 'CARE' ? 'CARE_HOME' : 'GENERAL_HOSPITAL', '421202');
      const [partner] = await several(1, 'GENERAL_HOSPITAL', '421202');
      const { id, caller } = institution as Named;
      const value = { ...EXAMPLES[type], ...('partnerId' in EXAMPLES[type] && { partnerId: partner?.id }) };
      for (const role of ['HEALTH', 'CIVIL_AFFAIRS', 'INSTITUTION'] as const) {
        const by = role === 'INSTITUTION' ? caller : aCaller(role);
        const days = { validFrom: `2024-01-0${['HEALTH', 'CIVIL_AFFAIRS', 'INSTITUTION'].indexOf(role) + 1}` };
        const stated = await state(by, { id }, type, value, days);
        expect(`${role} ${stated.status}`).toBe(`${role} ${statedBy.includes(role) ? 201 : 403}`);
        if (stated.status === 201) expect(stated.body).toMatchObject({ type, value, ...days });
        else expect(stated.body).toMatchObject({ code: 'FACT_NOT_YOURS_TO_STATE', rule: from });
      }
      expect((await listed(health, { id }, `type=${type}&on=2024-01-03`)).at(-1)).toMatchObject({ value });
    },
  );

  it('REG-25 REG-26 a station opened on 2024-02-01 is a way of medical service from that day, and settlement is told', async () => {
    const [home, hospital] = [await anInstitution(stack), await anInstitution(stack, { kind: 'GENERAL_HOSPITAL' })];
    const value = { mode: 'STATION', partnerId: hospital.id };
    const opened = await state(home.caller, home, 'MEDICAL_SERVICE_MODE', value, { validFrom: '2024-02-01' });
    expect(opened.status).toBe(201);
    const modes = async (on: string) =>
      (await listed(home.caller, home, `type=MEDICAL_SERVICE_MODE&on=${on}`)).map(({ codes }) => codes);
    expect([await modes('2024-01-31'), await modes('2024-02-01')]).toEqual([[], [['STATION']]]);
    expect(await listed(hospital.caller, home)).toMatchObject([{ id: opened.id }]);
    expect(await saidOf(home)).toMatchObject([{ codes: ['STATION'], partnerId: hospital.id, validFrom: '2024-02-01' }]);
    const unknown = await state(home.caller, home, 'MEDICAL_SERVICE_MODE', { ...value, partnerId: opened.id });
    expect(unknown).toMatchObject({ status: 422, body: { fields: [{ path: 'value.partnerId' }] } });
  });

  it('REG-31 A and B that state it at the same moment have stated one fact', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await anInstitution(stack), await anInstitution(stack, { kind: 'COMMUNITY_HEALTH_CENTRE' })];
      const beside = (partnerId: string) => ({ siting: 'ADJACENT', partnerId, distanceMetres: 80 });
      const answers = await Promise.all(
        [1, 2].flatMap(() => [
          state(a.caller, a, 'CO_LOCATED', beside(b.id)),
          state(b.caller, b, 'CO_LOCATED', beside(a.id)),
        ]),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(await listed(health, a, 'type=CO_LOCATED')).toHaveLength(1);
    }
  });

  it('REG-31 REG-18 A stands beside B, so B lists A; it is one fact, whoever states it', async () => {
    const [a, b] = [await anInstitution(stack), await anInstitution(stack, { kind: 'COMMUNITY_HEALTH_CENTRE' })];
    const beside = (partnerId: string) => ({ partnerId, siting: 'ADJACENT', distanceMetres: 40 });
    const fact = await state(a.caller, a, 'CO_LOCATED', beside(b.id));
    expect(await listed(b.caller, b, 'type=CO_LOCATED')).toMatchObject([{ id: fact.id, institutionId: a.id }]);
    expect(await state(b.caller, b, 'CO_LOCATED', beside(a.id))).toMatchObject({
      status: 409,
      body: { code: 'FACT_OVERLAPS', inputs: { factId: fact.id } },
    });
  });

  it('REG-32 P-28 eight counties of Wenshan, seven with a support institution: one is listed', async () => {
    const wenshan = healthOf('532600');
    const [without, ...counties] = countiesWithin('532600');
    for (const division of counties) {
      const [clinic] = await several(1, 'TOWNSHIP_HOSPITAL', division);
      expect((await state(wenshan, clinic as Named, 'SUPPORT_INSTITUTION', {})).status).toBe(201);
    }
    expect(await report(wenshan, 'SUPPORT_INSTITUTION')).toMatchObject({
      ...{ division: '532600', institutions: 7, target: 1 },
      missing: [{ division: without, name: expect.stringMatching(/\p{Script=Han}/u) }],
      isMet: { value: false, because: { rule: 'REG-32', source: '003篇十 文山州', clause: '(二)' } },
    });
    const [last] = await several(1, 'TOWNSHIP_HOSPITAL', String(without));
    await state(wenshan, last as Named, 'SUPPORT_INSTITUTION', {});
    expect(await report(wenshan, 'SUPPORT_INSTITUTION')).toMatchObject({ missing: [], isMet: { value: true } });
    const other = await stack.call(healthOf('360100'), 'GET', '/v1/reports/facts/SUPPORT_INSTITUTION?division=532600');
    expect(other).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
  });

  it('REG-34 REG-36 states 40 staff at once, 38 of them with a valid proof: 95.0 %, and each line answered for itself', async () => {
    const [home] = await several(1, 'CARE_HOME', '520602');
    const { id: institutionId, caller } = home as Named;
    const member = (n: number, value: Item) => ({
      ...{ institutionId, type: 'STAFF_MEMBER', validFrom: '2024-01-01' },
      value: { staffCode: `S-${n}`, staffRole: 'CARE_WORKER', engagement: 'REGULAR', ...value },
    });
    const proofs: Item[] = [
      { certifiedFrom: '2020-01-01' },
      { certifiedFrom: '2020-01-01', certifiedTo: '2024-03-20' },
      { trainedFrom: '2023-05-01', engagement: 'RETIRED', staffRole: 'NURSE' },
    ];
    const lines = Array.from({ length: 38 }, (_, n) => member(n, proofs[n % 3] as Item));
    const expired = member(38, { certifiedFrom: '2020-01-01', certifiedTo: '2024-03-19' });
    const wrong = [
      member(40, { staffRole: 'WIZARD' }),
      { ...member(41, {}), institutionId: '0190dead-0000-7000-8000-000000000000' },
    ];
    const items = [...lines, expired, member(39, {}), ...wrong];
    const answer = await many(caller, items);
    expect(answer).toMatchObject({ status: 201, body: { stated: 40, refused: 2 } });
    expect((answer.body['items'] as Item[]).slice(40)).toMatchObject([
      { index: 40, status: 'REFUSED', code: 'MALFORMED_REQUEST', fields: [{ path: 'value.staffRole' }] },
      { index: 41, status: 'REFUSED', code: 'NOT_FOUND' },
    ]);
    expect((await report(healthOf('520602'), 'STAFF_MEMBER'))['certified']).toEqual({
      ...{ staff: 40, certified: 38, ratePercent: '95.0' },
      below: [{ institutionId, staff: 40, certified: 38, ratePercent: '95.0' }],
    });
    expect(await saidOf(home as Named)).toEqual([]);
  });

  it('REG-34 shows who of the staff is meant to the institution and its departments, to insurance not, and never in history', async () => {
    const home = await anInstitution(stack);
    const value = { staffCode: 'SECRET-1', staffRole: 'NURSE', engagement: 'REGULAR' };
    const fact = await state(home.caller, home, 'STAFF_MEMBER', value);
    expect(fact.text).toContain('SECRET-1');
    const insurance = await stack.call(aCaller('INSURANCE'), 'GET', fact.location ?? '');
    expect(insurance).toMatchObject({ status: 200, body: { value: { staffRole: 'NURSE' } } });
    expect(insurance.text).not.toContain('SECRET-1');
    const history = await stack.own.asSuperuser('select state::text from institution_change where subject = $1', [
      fact.id,
    ]);
    expect(history).toHaveLength(1);
    expect(JSON.stringify(history)).not.toContain('SECRET-1');
  });

  it('REG-39 in Jiangxi refuses shared use in an outbreak without reason and measure; elsewhere and outside of it records it', async () => {
    const jiangxi = healthOf('360100');
    const [ours, theirs] = [
      ...(await several(1, 'NURSING_HOSPITAL', '360102')),
      ...(await several(1, 'NURSING_HOSPITAL', '421202')),
    ] as [Named, Named];
    const january = { validFrom: '2024-01-10', validTo: '2024-01-31' };
    expect((await state(jiangxi, ours, 'OUTBREAK', {}, january)).status).toBe(201);
    expect((await state(healthOf('421202'), theirs, 'OUTBREAK', {}, january)).status).toBe(201);
    const use = (of: Named, validFrom: string, value: Item = {}) =>
      state(of.caller, of, 'CROSS_USE', value, { validFrom });
    expect(await use(ours, '2024-01-15')).toMatchObject({
      status: 422,
      body: { code: 'CROSS_USE_IN_OUTBREAK', rule: 'REG-39', clause: '六(十八)', policyVersion: expect.any(String) },
    });
    const urgent = { urgentReason: 'EVACUATION', controlMeasure: 'DISINFECTION' };
    for (const accepted of [use(ours, '2024-01-15', urgent), use(ours, '2024-02-01'), use(theirs, '2024-01-15')])
      expect((await accepted).status).toBe(201);
    expect((await use(ours, '2024-01-15', urgent)).status).toBe(201);
  });

  it('REG-43 in Nanjing refuses a window that lacks 转诊; elsewhere it is recorded as it is', async () => {
    const five = { services: ['REGISTRATION', 'VISIT', 'DRUGS', 'PAYMENT', 'COMPREHENSIVE_CARE'] };
    const [nanjing, elsewhere] = [
      ...(await several(1, 'GENERAL_HOSPITAL', '320102')),
      ...(await several(1, 'GENERAL_HOSPITAL', '421202')),
    ] as [Named, Named];
    expect(await state(nanjing.caller, nanjing, 'PRIORITY_WINDOW', five)).toMatchObject({
      status: 422,
      body: { rule: 'REG-43', inputs: { missing: ['REFERRAL'] }, fields: [{ path: 'value.services' }] },
    });
    const six = { services: [...five.services, 'REFERRAL'] };
    expect((await state(nanjing.caller, nanjing, 'PRIORITY_WINDOW', six)).status).toBe(201);
    expect((await state(elsewhere.caller, elsewhere, 'PRIORITY_WINDOW', five)).status).toBe(201);
  });

  it('REG-49 REG-50 REG-53 the events carry what the gates of the other services ask', async () => {
    const home = await anInstitution(stack);
    await state(home.caller, home, 'INSURANCE_POLICY', { insurance: 'PERSONAL_ACCIDENT' }, { validTo: '2024-05-31' });
    const drug = { of: 'DRUG', code: 'XN02BE01', approvalNo: '咸卫医〔2024〕3号' };
    await state(health, home, 'WIDENED_SCOPE', drug);
    await state(health, home, 'PURCHASED_TASK', { task: 'NEEDS_ASSESSMENT' });
    const facts = await saidOf(home);
    const visit = (on: string) => canStartHomeVisit(facts, { needed: ['PERSONAL_ACCIDENT'], on, because: {} }).value;
    expect([visit('2024-05-31'), visit('2024-06-01')]).toEqual([true, false]);
    const claim = (on: string) => isInWidenedScope(facts, { of: 'DRUG', code: 'XN02BE01', on }).value;
    expect([claim('2023-12-31'), claim('2024-01-01')]).toEqual([false, true]);
    expect(canTakeTask(facts, 'NEEDS_ASSESSMENT', '2024-03-01').value).toBe(true);
    expect(canTakeTask(facts, 'TRAINING', '2024-03-01').value).toBe(false);
    expect((await state(home.caller, home, 'WIDENED_SCOPE', drug)).status).toBe(403);
  });

  it('REG-51 reports six remote pilots, REG-61 two pairs of Bijiang, and one less after the day on which a pair left', async () => {
    const chongqing = healthOf('500000');
    const programme = 'NATIONAL_REMOTE';
    for (const pilot of await several(6, 'NURSING_HOSPITAL', '500101'))
      await state(chongqing, pilot, 'PILOT_PROGRAMME', { programme });
    expect(await report(chongqing, 'PILOT_PROGRAMME')).toMatchObject({
      byCode: [{ code: programme, facts: 6, institutions: 6 }],
    });
    const bijiang = healthOf('520602');
    const homes = await several(2, 'CARE_HOME', '520602');
    const partners = await several(2, 'COMMUNITY_HEALTH_CENTRE', '520602');
    const pairs = await Promise.all(
      homes.map((home, n) =>
        state(bijiang, home, 'PILOT_PROGRAMME', { programme: 'BIJIANG', partnerId: partners[n]?.id }),
      ),
    );
    expect(await report(bijiang, 'PILOT_PROGRAMME')).toMatchObject({
      byCode: [{ code: 'BIJIANG', facts: 2, institutions: 4 }],
    });
    const body = { endsOn: '2024-03-20', reasonCode: 'LEFT' };
    await stack.call(bijiang, 'POST', `${pairs[0]?.location}/end`, { body, ifMatch: '"1"' });
    const count = async (on: string) => (await report(bijiang, 'PILOT_PROGRAMME', `on=${on}`))['facts'];
    expect([await count('2024-03-20'), await count('2024-03-21')]).toEqual([2, 1]);
    const [left] = await stack.said(EVENT.institutionFactEndedV1, homes[0]?.id);
    const [stated] = await saidOf(homes[0] as Named);
    const kept = stated ? [{ ...stated, validTo: left?.endedOn ?? null }] : [];
    expect(isPilotMember(kept, 'BIJIANG', '2024-03-20').value).toBe(true);
    expect(isPilotMember(kept, 'BIJIANG', '2024-03-21').value).toBe(false);
  });

  it('REG-55 P-29 Changzi without an assessment centre has not met its target, with one it has', async () => {
    const changzi = healthOf('140428');
    expect(await report(changzi, 'ASSESSMENT_CENTRE')).toMatchObject({
      ...{ institutions: 0, target: 1, isMet: { value: false, because: { rule: 'REG-55', clause: '三.9' } } },
    });
    const [hospital] = await several(1, 'GENERAL_HOSPITAL', '140428');
    await state(changzi, hospital as Named, 'ASSESSMENT_CENTRE', {});
    expect(await report(changzi, 'ASSESSMENT_CENTRE')).toMatchObject({ institutions: 1, isMet: { value: true } });
    expect(await report(healthOf('421202'), 'ASSESSMENT_CENTRE')).not.toHaveProperty('target');
  });

  it('REG-56 a reused shop keeps its use until 2028-12-31, which is announced six months before and not twice', async () => {
    const home = await anInstitution(stack);
    const fact = await state(home.caller, home, 'TRANSITIONAL_USE', { formerUse: 'SHOP' });
    expect(fact).toMatchObject({ status: 201, body: { validTo: '2028-12-31' } });
    const announced = () => stack.said(EVENT.institutionFactEndingV1, home.id);
    await stack.at('2028-06-29T15:59:00Z');
    await stack.sweep();
    expect(await announced()).toEqual([]);
    await stack.at('2028-06-29T16:00:00Z');
    await stack.sweep();
    await stack.sweep();
    expect(await announced()).toEqual([
      { institutionId: home.id, factId: fact.id, factType: 'TRANSITIONAL_USE', validTo: '2028-12-31' },
    ]);
  });
});
