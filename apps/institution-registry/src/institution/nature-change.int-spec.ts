import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { findings, reviewsDone } from '../compliance/testing/registered.js';
import { institutionRegistry } from '../service-definition.js';
import { aFiledHome } from '../testing/filed-home.js';

const civilAffairs = aCaller('CIVIL_AFFAIRS');
const CHANGE = { effectiveOn: '2024-02-20', reasonCode: 'OWNER_CHANGE', profitNature: 'FOR_PROFIT' };
const APPROVED = { ...CHANGE, civilAffairsApprovalNo: '民批〔2024〕1号' };

describe('an unapproved change of nature, on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-02-20T01:00:00Z', freeClock: true });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-02-20T01:00:00Z'));

  const aHome = () => aFiledHome(stack, { ownership: 'PUBLIC_BUILT_PRIVATE_RUN' });
  const read = (id: string) => stack.call(civilAffairs, 'GET', `/v1/institutions/${id}`);
  const change = async (id: string, body: object, key?: string) =>
    stack.call(civilAffairs, 'POST', `/v1/institutions/${id}/change-registration`, {
      ...{ body, ifMatch: (await read(id)).etag },
      ...(key && { key }),
    });
  const attempts = (id: string) =>
    stack.own.asSuperuser<{ id: string; value: object; valid_from: string; valid_to: string; retracted: boolean }>(
      `select id, value, valid_from::text, valid_to::text, retracted from institution_fact
       where institution_id = $1 and type = 'UNAPPROVED_NATURE_CHANGE' order by id`,
      [id],
    );
  const found = async (id: string) => {
    await reviewsDone(stack);
    return findings(stack, id, 'REG-24');
  };

  it('REG-24 公建民营 home, nature → 营利 without approval: 422 and a finding, one however often it is tried', async () => {
    const { id } = await aHome();
    expect(await found(id)).toEqual([]);
    const key = 'nature-change-of-one-home';
    for (const again of [key, key, undefined])
      expect(await change(id, CHANGE, again)).toMatchObject({ status: 422, body: { rule: 'REG-24' } });
    await Promise.all(Array.from({ length: 6 }, () => change(id, { ...CHANGE, ownership: 'PRIVATE_RUN' })));
    expect(await attempts(id)).toMatchObject([
      {
        value: { ownership: 'PUBLIC_BUILT_PRIVATE_RUN', profitNature: 'FOR_PROFIT' },
        ...{ valid_from: '2024-02-20', valid_to: null, retracted: false },
      },
    ]);
    expect((await read(id)).body).toMatchObject({ profitNature: 'NON_PROFIT' });
    expect(await found(id)).toMatchObject([
      {
        ...{ code: 'NATURE_CHANGE_NOT_APPROVED', status: 'OPEN', severity: 'MAJOR', owners: ['CIVIL_AFFAIRS'] },
        ...{ source: '003篇四 北京市房山区', expected: { approvedByCivilAffairs: true } },
        actual: { approvedByCivilAffairs: false, asked: ['PUBLIC_BUILT_PRIVATE_RUN', 'FOR_PROFIT'] },
      },
    ]);
    const said = await stack.said(EVENT.institutionFindingRaisedV1, id);
    expect(said.filter(({ ruleId }) => ruleId === 'REG-24')).toHaveLength(1);
  });

  it('REG-24 the finding ends with an approved change, on the day of the attempt or later', async () => {
    for (const day of ['2024-02-20', '2024-03-05']) {
      await stack.at('2024-02-20T01:00:00Z');
      const { id } = await aHome();
      await change(id, CHANGE);
      expect(await found(id)).toMatchObject([{ status: 'OPEN' }]);
      await stack.at(`${day}T02:00:00Z`);
      expect(await change(id, { ...APPROVED, effectiveOn: day })).toMatchObject({ status: 200 });
      expect(await found(id)).toMatchObject([{ status: 'RESOLVED', reasonCode: 'CAUSE_ENDED' }]);
    }
  });

  it('REG-24 civil affairs ends the matter, the finding goes the day after, and a new attempt is found anew', async () => {
    const { id } = await aHome();
    await change(id, CHANGE);
    const [attempt] = await attempts(id);
    const body = { endsOn: '2024-02-20', reasonCode: 'WARNED' };
    const end = (role: 'CIVIL_AFFAIRS' | 'HEALTH') =>
      stack.call(aCaller(role), 'POST', `/v1/institutions/${id}/facts/${attempt?.id}/end`, { body, ifMatch: '"1"' });
    expect(await end('HEALTH')).toMatchObject({ status: 403, body: { code: 'FACT_NOT_YOURS_TO_STATE' } });
    expect(await end('CIVIL_AFFAIRS')).toMatchObject({ status: 200 });
    expect(await found(id)).toMatchObject([{ status: 'OPEN' }]);
    await stack.at('2024-02-20T16:00:00Z');
    expect(await found(id)).toMatchObject([{ status: 'RESOLVED', reasonCode: 'CAUSE_ENDED' }]);
    await change(id, CHANGE);
    expect((await found(id)).map(({ status }) => status).sort()).toEqual(['OPEN', 'RESOLVED']);
  });

  it('REG-24 a change of name is neither refused nor found', async () => {
    const { id } = await aHome();
    const renamed = { effectiveOn: '2024-02-20', reasonCode: 'NAME', name: '新名称' };
    expect(await change(id, renamed)).toMatchObject({ status: 200 });
    expect(await found(id)).toEqual([]);
  });
});
