import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack, type Answered } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { anInstitution, type Named } from '../testing/an-institution.js';

const health = aCaller('HEALTH');
const civilAffairs = aCaller('CIVIL_AFFAIRS');

interface FactAnswer {
  readonly id: string;
  readonly institutionId: string;
  readonly value: Record<string, unknown>;
  readonly validTo: string | null;
}

describe('facts of institutions on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-20T01:00:00Z' });
  });
  afterAll(() => stack.stop());

  const state = (caller: Caller, about: Pick<Named, 'id'>, body: object) =>
    stack.call(caller, 'POST', `/v1/institutions/${about.id}/facts`, { body });
  const act = (caller: Caller, fact: Answered, action: string, body: object, ifMatch = fact.etag) =>
    stack.call(caller, 'POST', `${fact.location}/${action}`, { body, ifMatch });
  const factsOf = async (caller: Caller, about: Pick<Named, 'id'>, query = '') =>
    (await stack.call(caller, 'GET', `/v1/institutions/${about.id}/facts?${query}`)).body['items'] as FactAnswer[];
  const capability = (code: string, validFrom = '2024-03-01') => ({
    type: 'CAPABILITY',
    value: { capability: code },
    validFrom,
  });

  it('REG-42 keeps a capability with the day since when, tells it, and answers as of any day', async () => {
    const hospital = await anInstitution(stack, { kind: 'GENERAL_HOSPITAL' });
    const stated = await state(hospital.caller, hospital, capability('GREEN_CHANNEL'));
    expect(stated).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { codes: ['GREEN_CHANNEL'], statedBy: 'MED_INST' },
    });
    expect((await stack.call(hospital.caller, 'GET', stated.location ?? '')).body).toMatchObject({ id: stated.id });
    expect(await factsOf(health, hospital, 'on=2024-02-29')).toEqual([]);
    expect(await factsOf(health, hospital, 'on=2024-03-01')).toMatchObject([{ id: stated.id }]);
    expect(await stack.said(EVENT.institutionFactStatedV1, hospital.id)).toMatchObject([
      { factId: stated.id, factType: 'CAPABILITY', codes: ['GREEN_CHANNEL'], validFrom: '2024-03-01', validTo: null },
    ]);
  });

  it('ends the earlier fact of a subject the day before the next one, and refuses one before a later one', async () => {
    const home = await anInstitution(stack);
    const rating = (stars: number, validFrom: string, validTo?: string) =>
      state(civilAffairs, home, {
        ...{ type: 'STAR_RATING', value: { stars, evidence: ['CONTRACT'] }, validFrom },
        ...(validTo && { validTo }),
      });
    const three = await rating(3, '2023-01-01');
    const four = await rating(4, '2024-01-01');
    expect(four.body).toMatchObject({ replaces: three.id });
    expect(await factsOf(health, home, 'on=2023-12-31')).toMatchObject([{ id: three.id, validTo: '2023-12-31' }]);
    expect(await factsOf(health, home, 'on=2024-01-01')).toMatchObject([{ id: four.id }]);
    expect(await rating(5, '2024-01-01')).toMatchObject({ status: 409, body: { code: 'FACT_OVERLAPS' } });
    expect(await rating(2, '2022-01-01', '2023-01-01')).toMatchObject({
      status: 409,
      body: { fields: [{ path: 'validTo', rule: 'before 2023-01-01' }] },
    });
    expect((await rating(2, '2022-01-01', '2022-12-31')).status).toBe(201);
    expect(await stack.said(EVENT.institutionFactEndedV1, home.id)).toEqual([
      { institutionId: home.id, factId: three.id, factType: 'STAR_RATING', endedOn: '2023-12-31' },
    ]);
  });

  it('ends, corrects and retracts by version, and remembers each change', async () => {
    const hospital = await anInstitution(stack, { kind: 'GENERAL_HOSPITAL' });
    const hospice = await state(hospital.caller, hospital, capability('HOSPICE'));
    const right = { value: { capability: 'HOSPICE' }, validFrom: '2024-02-01', reasonCode: 'STATED_WRONGLY' };
    expect((await act(hospital.caller, hospice, 'correct', right, '"7"')).status).toBe(412);
    const corrected = await act(hospital.caller, hospice, 'correct', right);
    expect(corrected).toMatchObject({ status: 200, body: { validFrom: '2024-02-01' } });
    expect(await act(hospital.caller, hospice, 'retract', { reasonCode: 'STATED_WRONGLY' }, '"2"')).toMatchObject({
      status: 409,
      body: { code: 'FACT_RETRACTED' },
    });
    expect(await factsOf(health, hospital, 'on=2024-02-01')).toMatchObject([{ id: corrected.id }]);
    const now = { ...corrected, location: `/v1/institutions/${hospital.id}/facts/${corrected.id}` };
    const ending = { endsOn: '2024-01-31', reasonCode: 'CLOSED' };
    expect(await act(hospital.caller, now, 'end', ending)).toMatchObject({
      status: 422,
      body: { code: 'FACT_NOT_THEN', fields: [{ path: 'endsOn' }] },
    });
    const ended = await act(hospital.caller, now, 'end', { ...ending, endsOn: '2024-03-10' });
    expect(ended).toMatchObject({ status: 200, etag: '"2"', body: { validTo: '2024-03-10' } });
    expect(await factsOf(health, hospital, 'on=2024-03-10')).toHaveLength(1);
    expect(await factsOf(health, hospital, 'on=2024-03-11')).toEqual([]);
    const changes = await stack.own.asSuperuser<{ action: string; effective: string }>(
      `select action, effective_on::text as effective from institution_change
       where institution_id = $1 and aspect = 'FACT' order by id`,
      [hospital.id],
    );
    expect(changes.map(({ action, effective }) => `${action} ${effective}`)).toEqual([
      'fact.state 2024-03-01',
      'fact.correct 2024-03-01',
      'fact.correct 2024-02-01',
      'fact.end 2024-03-11',
    ]);
  });

  it('states with two reads of its own and at most twelve statements, many with no more reads, and reads a page with one', async () => {
    const hospital = await anInstitution(stack, { kind: 'GENERAL_HOSPITAL' });
    const reads = (sent: string[]) => sent.filter((sql) => /^\s*select [^(]* from institution/.test(sql));
    const one = await stack.statementsOf(() => state(hospital.caller, hospital, capability('HOSPICE')));
    expect(reads(one)).toHaveLength(2);
    expect(one.length).toBeLessThanOrEqual(12);
    const members = Array.from({ length: 100 }, (_, n) => ({
      ...{ institutionId: hospital.id, type: 'STAFF_MEMBER', validFrom: '2024-01-01' },
      value: { staffCode: `N-${n}`, staffRole: 'NURSE', engagement: 'REGULAR' },
    }));
    const body = { items: members };
    const hundred = await stack.statementsOf(() => stack.call(hospital.caller, 'POST', '/v1/facts', { body }));
    expect(reads(hundred)).toEqual(reads(one));
    expect(await stack.statementsOf(() => factsOf(health, hospital))).toHaveLength(1);
    expect(await stack.statementsOf(() => stack.call(health, 'GET', '/v1/facts?type=CAPABILITY'))).toHaveLength(1);
    expect(await stack.statementsOf(() => stack.call(health, 'GET', '/v1/reports/facts/CAPABILITY'))).toHaveLength(1);
  });

  it('lets one of two at once state a subject, and tells the other', async () => {
    const home = await anInstitution(stack);
    const rating = (stars: number) =>
      state(civilAffairs, home, {
        type: 'STAR_RATING',
        value: { stars, evidence: ['CONTRACT'] },
        validFrom: '2024-01-01',
      });
    for (const _ of [1, 2, 3]) {
      const both = await Promise.all([rating(3), rating(4), rating(5)]);
      expect(both.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
      expect(both.every(({ status, body }) => status === 201 || body['code'] === 'FACT_OVERLAPS')).toBe(true);
    }
    expect(await factsOf(health, home)).toHaveLength(1);
  });

  it('answers a repeat byte for byte, and takes a line of a request before the next one', async () => {
    const home = await anInstitution(stack);
    const stated = { institutionId: home.id, type: 'REHAB_FACILITY', value: { facility: 'REHAB_AREA', staff: 0 } };
    const centre = { ...stated, value: { facility: 'REHAB_CENTRE', staff: 3 } };
    const items = [
      { ...stated, validFrom: '2024-01-01' },
      { ...centre, validFrom: '2024-02-01' },
      { ...centre, validFrom: '2024-02-01' },
    ];
    const send = () => stack.call(home.caller, 'POST', '/v1/facts', { body: { items }, key: `repeat-${home.id}` });
    const [first, again] = [await send(), await send()];
    expect(again.text).toBe(first.text);
    const [area] = first.body['items'] as { factId: string }[];
    expect(first.body['items']).toMatchObject([
      { status: 'STATED' },
      { status: 'STATED', replaces: area?.factId },
      { status: 'REFUSED', code: 'FACT_OVERLAPS' },
    ]);
    expect(await factsOf(health, home, 'on=2024-01-31')).toMatchObject([{ id: area?.factId, validTo: '2024-01-31' }]);
    expect(await factsOf(health, home, 'on=2024-02-01')).toHaveLength(1);
  });

  it('knows an institution by its id in capitals too', async () => {
    const hospital = await anInstitution(stack, { kind: 'GENERAL_HOSPITAL' });
    const items = [{ institutionId: hospital.id.toUpperCase(), ...capability('HOSPICE') }];
    const stated = await stack.call(hospital.caller, 'POST', '/v1/facts', { body: { items } });
    expect(stated.body).toMatchObject({ stated: 1, refused: 0 });
    expect(await factsOf(health, hospital)).toHaveLength(1);
  });

  it('refuses what is no statement in a list of statements', async () => {
    const home = await anInstitution(stack);
    const stated = { institutionId: home.id, ...capability('HOSPICE') };
    for (const items of [[[]], [[stated]], [null], ['x'], [stated, 1]])
      expect(await stack.call(home.caller, 'POST', '/v1/facts', { body: { items } })).toMatchObject({
        status: 400,
        body: { code: 'MALFORMED_REQUEST' },
      });
  });

  it('pages through the facts of a region and loses and repeats none', async () => {
    const hospital = await anInstitution(stack, { kind: 'GENERAL_HOSPITAL', division: '421221' });
    for (const code of ['HOSPICE', 'GREEN_CHANNEL', 'ELDER_FRIENDLY'])
      await state(hospital.caller, hospital, capability(code));
    const region = aCaller('HEALTH', { region: '421221' });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = (await stack.call(region, 'GET', `/v1/facts?type=CAPABILITY&limit=2${cursor}`)).body;
      seen.push(...(page['items'] as FactAnswer[]).map(({ value }) => String(value['capability'])));
      if (page['nextCursor'] === null) break;
      cursor = `&cursor=${page['nextCursor'] as string}`;
    }
    expect(seen).toEqual(['HOSPICE', 'GREEN_CHANNEL', 'ELDER_FRIENDLY']);
    const query = '/v1/facts?type=CAPABILITY&code=HOSPICE&division=421221';
    expect((await stack.call(region, 'GET', query)).body['items']).toHaveLength(1);
    expect((await stack.call(aCaller('HEALTH', { region: '421202' }), 'GET', query)).body['items']).toEqual([]);
  });

  it('answers as it was known: before a fact was ended, corrected or retracted, and before it was stated', async () => {
    const hospital = await anInstitution(stack, { kind: 'GENERAL_HOSPITAL' });
    const known: string[] = [stack.now.toISOString()];
    const later = async () => {
      known.push(stack.now.toISOString());
      await stack.pass({ minutes: 1 });
    };
    await stack.pass({ minutes: 1 });
    const fact = await state(hospital.caller, hospital, capability('HOSPICE'));
    await later();
    const ended = await act(hospital.caller, fact, 'end', { endsOn: '2024-03-10', reasonCode: 'CLOSED' });
    await later();
    await act(hospital.caller, { ...ended, location: fact.location }, 'retract', { reasonCode: 'STATED_WRONGLY' });
    await later();
    const seen = async (on: string) =>
      Promise.all(
        known.map(async (at) =>
          (await factsOf(health, hospital, `on=${on}&knownAt=${at}`)).map(({ validTo }) => validTo),
        ),
      );
    expect(await seen('2024-03-10')).toEqual([[], [null], ['2024-03-10'], []]);
    expect(await seen('2024-03-11')).toEqual([[], [null], [], []]);
  });

  it('refuses by name what is malformed: unknown type, wrong shape, dates upside down, another side, another region', async () => {
    const home = await anInstitution(stack);
    const refused = async (caller: Caller, body: object) => {
      const { status, body: problem } = await state(caller, home, body);
      return {
        status,
        code: problem['code'],
        paths: (problem['fields'] as { path: string }[])?.map(({ path }) => path),
      };
    };
    expect(await refused(home.caller, { ...capability('HOSPICE'), type: 'SAUNA' })).toMatchObject({
      status: 400,
      paths: ['type'],
    });
    const rehab = { type: 'REHAB_FACILITY', validFrom: '2024-01-01' };
    expect(await refused(home.caller, { ...rehab, value: { facility: 'SPA', sauna: 1 } })).toMatchObject({
      status: 400,
      paths: ['value.sauna', 'value.facility', 'value.staff'],
    });
    const area = { ...rehab, value: { facility: 'REHAB_AREA', staff: 0 } };
    expect(await refused(home.caller, { ...area, validTo: '2023-12-31' })).toMatchObject({
      status: 400,
      paths: ['validTo'],
    });
    expect(await refused(home.caller, { ...area, validFrom: '2024-02-30' })).toMatchObject({
      status: 400,
      paths: ['validFrom'],
    });
    expect(await refused(home.caller, capability('HOSPICE'))).toMatchObject({
      status: 422,
      code: 'FACT_OF_OTHER_SIDE',
      paths: ['type'],
    });
    const elsewhere = aCaller('HEALTH', { region: '360100' });
    expect(await refused(elsewhere, area)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    const another = await anInstitution(stack);
    expect(await refused(another.caller, area)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect(await refused(home.caller, { ...rehab, type: 'ASSESSMENT_CENTRE', value: {} })).toMatchObject({
      status: 403,
      code: 'FACT_NOT_YOURS_TO_STATE',
    });
    expect((await state(health, { id: '01900000-0000-7000-8000-00000000dead' }, area)).status).toBe(404);
  });
});
