import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { aParty, aProposal } from '../agreement/testing/parties.js';
import { institutionRegistry } from '../service-definition.js';
import { aFiledHome } from '../testing/filed-home.js';

const health = aCaller('HEALTH');
const civilAffairs = aCaller('CIVIL_AFFAIRS');
const LAW = '《养老机构管理办法》';

describe('bad practice and the end of an institution, on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-02-20T01:00:00Z', freeClock: true });
  });
  afterAll(() => stack.stop());
  beforeEach(() => stack.at('2024-02-20T01:00:00Z'));

  const read = (id: string, query = '', caller: Caller = health) =>
    stack.call(caller, 'GET', `/v1/institutions/${id}${query}`);
  const act = async (caller: Caller, id: string, action: string, body: object) =>
    stack.call(caller, 'POST', `/v1/institutions/${id}/${action}`, { body, ifMatch: (await read(id)).etag });

  it('REG-45 forces an institution out for good, lists it, and tells the credit outlet where the region has one', async () => {
    const forced = async (division: string) => {
      const department = aCaller('CIVIL_AFFAIRS', { region: division });
      const home = await aFiledHome(stack, { division });
      await act(department, home.id, 'start-operation', { startedOn: '2024-02-01' });
      const decision = { effectiveOn: '2024-02-20', conduct: 'ELDER_ABUSE', legalBasis: LAW };
      const answer = await act(department, home.id, 'force-exit', decision);
      expect(answer.body['operation']).toMatchObject({ state: 'FORCED_EXIT' });
      const restored = { effectiveOn: '2024-02-20', reasonCode: 'RECTIFIED' };
      expect(await act(department, home.id, 'restore', restored)).toMatchObject({ status: 409 });
      return home.id;
    };
    const id = await forced('341502');
    const nobody = aCaller('PUBLIC', { region: '' });
    const listed = await stack.call(nobody, 'GET', '/v1/penalties?division=341500');
    const penalty = { institutionId: id, conduct: 'ELDER_ABUSE', penalty: 'FORCED_EXIT', decidedOn: '2024-02-20' };
    expect(listed.body['items']).toMatchObject([{ ...penalty, institutionName: '示范颐和养老院', legalBasis: LAW }]);
    expect(await stack.said(EVENT.institutionPenaltyRecordedV1, id)).toMatchObject([penalty]);
    expect(await stack.said(EVENT.institutionPenaltyRecordedV1, await forced('421202'))).toEqual([]);
  });

  it.each(['force-exit', 'close'])(
    'REG-45 ends all active agreements by %s, and reads them as they were',
    async (step) => {
      const [care, medical] = [await aParty(stack), await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 2 })];
      const proposal = aProposal(care, medical, { validFrom: '2024-02-20' });
      const proposed = await stack.call(care.caller, 'POST', '/v1/agreements', { body: proposal });
      const sign = (caller: Caller, ifMatch: string | undefined) =>
        stack.call(caller, 'POST', `/v1/agreements/${proposed.id}/sign`, { body: {}, ifMatch });
      await sign(medical.caller, (await sign(care.caller, proposed.etag)).etag);
      await stack.at('2024-03-20T01:00:00Z');
      const decision = { effectiveOn: '2024-03-20', conduct: 'ELDER_ABUSE', legalBasis: LAW };
      const closing = { effectiveOn: '2024-03-20', reasonCode: 'HOLDER_REQUEST' };
      const ended = await act(civilAffairs, care.id, step, step === 'close' ? closing : decision);
      expect(ended.status).toBe(200);
      expect(await stack.said(EVENT.agreementEndedV1, proposed.id)).toMatchObject([{ endedOn: '2024-03-19' }]);
      const agreementsOf = async (query: string, caller?: Caller) =>
        (await read(care.id, query, caller)).body['agreements'];
      expect(await agreementsOf('?on=2024-03-19')).toMatchObject([{ id: proposed.id, status: 'ACTIVE' }]);
      expect(await agreementsOf('?on=2024-03-20')).toMatchObject([{ id: proposed.id, status: 'TERMINATED' }]);
      expect(await agreementsOf('?on=2024-03-20&knownAt=2024-03-19T00:00:00Z')).toMatchObject([{ status: 'ACTIVE' }]);
      expect(await agreementsOf('?on=2024-03-19', medical.caller)).toBeUndefined();
      expect(await agreementsOf('?on=2024-03-19', care.caller)).toHaveLength(1);
      expect(await agreementsOf('?on=2024-03-19', aCaller('HEALTH', { region: '360100' }))).toBeUndefined();
    },
  );

  it('REG-45 lists a penalty to its last day', async () => {
    const home = await aFiledHome(stack, { division: '341503' });
    const department = aCaller('CIVIL_AFFAIRS', { region: '341503' });
    const body = { conduct: 'FALSE_RECORDS', penalty: 'WARNING', legalBasis: LAW };
    const dates = { decidedOn: '2024-02-20', listedTo: '2024-03-20' };
    expect((await act(department, home.id, 'record-penalty', { ...body, ...dates })).status).toBe(200);
    const listed = async () => {
      const answer = await stack.call(health, 'GET', `/v1/penalties?institutionId=${home.id}`);
      return (answer.body['items'] as unknown[]).length;
    };
    await stack.at('2024-03-20T15:59:00Z');
    expect(await listed()).toBe(1);
    await stack.at('2024-03-20T16:00:00Z');
    expect(await listed()).toBe(0);
  });
});
