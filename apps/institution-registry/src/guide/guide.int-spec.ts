import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';

const civilAffairs = aCaller('CIVIL_AFFAIRS', { region: '421200' });
const nobody = aCaller('PUBLIC', { region: '' });
const step = { text: '备案申请书', legalBasis: '《养老机构管理办法》' };
const whole = {
  ...{ division: '421200', side: 'CARE', path: 'FILING' },
  ...{ flow: [step], conditions: [step], materials: [step] },
  timeLimit: { workingDays: 5, legalBasis: '《养老机构管理办法》' },
};

describe('guides on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry);
  });
  afterAll(() => stack.stop());

  const publish = (body: object, caller = civilAffairs) => stack.call(caller, 'POST', '/v1/guides', { body });
  const guides = async (kind: string, division: string) => {
    const answer = await stack.call(nobody, 'GET', `/v1/guides?kind=${kind}&division=${division}`);
    return answer.body['items'] as { path: string; division: string; kind: string | null; version: number }[];
  };

  it('REG-11 serves the four parts without login, for the ways that the kind may go', async () => {
    const [filing] = await guides('CARE_HOME', '360121');
    expect(filing).toMatchObject({
      path: 'FILING',
      flow: expect.any(Array),
      conditions: expect.any(Array),
      materials: expect.any(Array),
      timeLimit: { workingDays: expect.any(Number), legalBasis: expect.any(String) },
    });
    expect((await guides('INFIRMARY', '421202')).map(({ path }) => path)).toEqual(['APPROVAL', 'FILING']);
  });

  it('REG-11 refuses a guide without time limit by name', async () => {
    const { timeLimit: _, ...rest } = whole;
    expect(await publish(rest)).toMatchObject({
      status: 422,
      body: { code: 'GUIDE_PART_MISSING', rule: 'REG-11', fields: [{ path: 'timeLimit' }] },
    });
  });

  it('REG-14 refuses a material without legal basis by name', async () => {
    expect(await publish({ ...whole, materials: [{ text: '照片' }] })).toMatchObject({
      status: 422,
      body: { code: 'LEGAL_BASIS_MISSING', rule: 'REG-14', fields: [{ path: 'materials[0].legalBasis' }] },
    });
  });

  it('REG-11 lets the nearest division win, then the kind itself, then the latest version', async () => {
    expect(await publish(whole)).toMatchObject({ status: 201, body: { version: 1 } });
    expect(await guides('CARE_HOME', '421202')).toMatchObject([{ division: '421200', version: 1 }]);
    const second = await publish(whole);
    expect(second).toMatchObject({ status: 201, body: { version: 2 } });
    expect(await stack.call(nobody, 'GET', second.location ?? '')).toMatchObject({
      status: 200,
      body: { id: second.id },
    });
    expect(await guides('CARE_HOME', '421202')).toMatchObject([{ division: '421200', version: 2 }]);
    await publish({ ...whole, kind: 'CARE_HOME' });
    expect(await guides('CARE_HOME', '421202')).toMatchObject([{ kind: 'CARE_HOME', version: 1 }]);
    expect(await guides('SENIOR_APARTMENT', '421202')).toMatchObject([{ kind: null, version: 2 }]);
    await publish({ ...whole, division: '421202' });
    expect(await guides('CARE_HOME', '421202')).toMatchObject([{ division: '421202', kind: null }]);
    expect(await guides('CARE_HOME', '420100')).toMatchObject([{ division: '000000' }]);
  });

  it('numbers two versions that are published at once one after the other', async () => {
    const apartment = { ...whole, kind: 'SENIOR_APARTMENT' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => publish(apartment)));
    expect(answers.map(({ body }) => body['version']).sort()).toEqual([1, 2, 3, 4]);
  });

  it('refuses the other department, another region and a kind of the other side', async () => {
    expect((await publish(whole, aCaller('HEALTH', { region: '421200' }))).status).toBe(403);
    expect((await publish({ ...whole, division: '360121' })).status).toBe(403);
    expect((await publish({ ...whole, kind: 'INFIRMARY' })).status).toBe(400);
    expect((await stack.call(nobody, 'POST', '/v1/guides', { body: whole })).status).toBe(403);
  });

  it('reads with two statements at most', async () => {
    const sent = await stack.statementsOf(() => guides('CARE_HOME', '421202'));
    expect(sent.length).toBeLessThanOrEqual(2);
  });
});
