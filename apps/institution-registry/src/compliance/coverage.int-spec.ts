import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { agreed, registered } from './testing/registered.js';

const SHANGHAI = '310101';
const health = aCaller('HEALTH', { region: '310000' });

describe('which homes have an agreement, on real PostgreSQL', () => {
  let stack: ServiceStack;
  const homes: Record<string, string> = {};

  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-05-20T02:00:00Z', freeClock: true });
    const division = SHANGHAI;
    const [centre, clinic] = [
      await registered(stack, { kind: 'COMMUNITY_HEALTH_CENTRE', division }),
      await registered(stack, { kind: 'CLINIC', division }),
    ];
    const add = async (name: string, of: Parameters<typeof registered>[1] = {}) =>
      (homes[name] = await registered(stack, { division, ...of }));
    await agreed(stack, await add('signed'), clinic, { to: '2024-05-20' });
    await agreed(stack, await add('over'), clinic, { to: '2024-05-19' });
    await agreed(stack, await add('to come'), clinic, { from: '2024-05-21' });
    await add('nothing');
    await registered(stack, { kind: 'INFIRMARY', division, hostId: await add('own infirmary') });
    await registered(stack, {
      kind: 'INFIRMARY',
      division,
      hostId: await add('infirmary over'),
      qualifiedTo: '2024-05-19',
    });
    await stack.own.asSuperuser(`update institution set operation_state = 'CLOSED' where id = $1`, [
      await add('closed'),
    ]);
    await agreed(stack, await add('day care 1', { kind: 'DAY_CARE_CENTRE' }), centre);
    await agreed(stack, await add('day care 2', { kind: 'DAY_CARE_CENTRE' }), clinic);
    await registered(stack, { division: '320102' });
  });
  afterAll(() => stack.stop());

  const uncovered = async (query = `division=310000`) => {
    const { body } = await stack.call(health, 'GET', `/v1/compliance/homes-without-agreement?${query}`);
    return body as { items: { id: string }[]; nextCursor: string | null };
  };

  it('CON-04 lists exactly the homes without a medical institution and without an agreement in force', async () => {
    const { items } = await uncovered();
    const missing = ['over', 'to come', 'nothing', 'infirmary over'].map((name) => homes[name]);
    expect(items.map(({ id }) => id).sort()).toEqual(missing.sort());
    expect(items[0]).toMatchObject({ name: expect.any(String), kind: 'CARE_HOME', division: SHANGHAI });
  });

  it('CON-04 the list and the rule agree on every home', async () => {
    const listed = new Set((await uncovered()).items.map(({ id }) => id));
    for (const id of Object.values(homes)) {
      const { body } = await stack.call(health, 'GET', `/v1/institutions/${id}/compliance`);
      const rule = (body['rules'] as { ruleId: string; findings?: { code: string }[] }[]).find(
        ({ ruleId }) => ruleId === 'CON-04',
      );
      expect(rule?.findings?.[0]?.code === 'AGREEMENT_MISSING').toBe(listed.has(id));
    }
  });

  it('lists page by page', async () => {
    const first = await uncovered('division=310000&limit=3');
    const second = await uncovered(`division=310000&limit=3&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
  });

  it('CON-06 counts homes and day-care centres against the stages of Shanghai, in one statement', async () => {
    const read = () => stack.call(health, 'GET', '/v1/compliance/agreement-coverage?division=310000');
    expect((await read()).body).toMatchObject({
      on: '2024-05-20',
      source: '003篇十一 上海市',
      scopes: [
        { scope: 'CARE_INSTITUTIONS', institutions: 6, covered: 1, ratePercent: '16.7', targets: [{ met: false }] },
        { scope: 'WITHOUT_INTERNAL_MEDICAL', institutions: 5, covered: 1, ratePercent: '20.0' },
        {
          scope: 'COMMUNITY_DAY_CARE',
          institutions: 2,
          covered: 1,
          ratePercent: '50.0',
          targets: [
            { percent: '50.0', met: true },
            { percent: '100.0', met: false },
          ],
        },
      ],
    });
    const sent = await stack.statementsOf(read);
    expect(sent.filter((sql) => !/from policy_value/.test(sql))).toHaveLength(1);
  });

  it('counts the next day what has begun and ended by then', async () => {
    await stack.at('2024-05-20T16:00:00Z');
    const ids = (await uncovered()).items.map(({ id }) => id);
    expect(ids.includes(homes['signed'] as string)).toBe(true);
    expect(ids.includes(homes['to come'] as string)).toBe(false);
  });

  it('shows a department its own region only', async () => {
    const nanjing = aCaller('HEALTH', { region: '320100' });
    const url = '/v1/compliance/homes-without-agreement?division=310000';
    expect((await stack.call(nanjing, 'GET', url)).body).toMatchObject({ items: [] });
  });
});
