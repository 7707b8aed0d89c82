import { resolvePolicy, SEED_POLICY_SETS } from '@yiyang/region-policy';
import { aCaller, ServiceStack, type Answered } from '@yiyang/testing';
import { registered } from '../compliance/testing/registered.js';
import { institutionRegistry } from '../service-definition.js';

const SUIZHOU = '421300';
const department = aCaller('CIVIL_AFFAIRS', { region: SUIZHOU });
const NOTICE = { document: '随政发〔2026〕1号', clause: '(三)' };
const BANDS = resolvePolicy(SEED_POLICY_SETS, 'medicalFacilityByBeds', '320106', '2026-03-01')?.value;
const proposed = (key: string, value: unknown, of: object = {}) => ({
  key,
  value,
  validFrom: '2026-03-01',
  ...NOTICE,
  ...of,
});

let stack: ServiceStack;
const homes: Record<number, string> = {};
let elsewhere = '';

beforeAll(async () => {
  stack = await ServiceStack.start(institutionRegistry, { at: '2026-03-02T01:00:00Z' });
  for (const beds of [100, 101, 201]) homes[beds] = await registered(stack, { division: '421321', careBeds: beds });
  for (const home of Object.values(homes))
    await registered(stack, { kind: 'NURSING_STATION', hostId: home, division: '421321' });
  elsewhere = await registered(stack, { division: '421381', careBeds: 201 });
});
afterAll(() => stack.stop());

interface Impact {
  institutionId: string;
  gained: { ruleId: string; code: string }[];
  lost: { ruleId: string }[];
}

const dryRun = (values: object[], of: object = {}, caller = department) =>
  stack.call(caller, 'POST', '/v1/policies/dry-run', { body: { division: SUIZHOU, on: '2026-03-02', values, ...of } });
const itemsOf = async (values: object[], of: object = {}) => (await dryRun(values, of)).body['items'] as Impact[];

it('D1 tells which homes of the division would not have what Nanjing asks for, and writes nothing', async () => {
  const tables = async () =>
    stack.own.asSuperuser(
      `select (select count(*) from outbox) as said, (select count(*) from audit_entry) as audited,
         (select count(*) from policy_value) as held, (select count(*) from deadline) as clocks`,
    );
  const before = await tables();
  const values = [proposed('medicalFacilityByBeds', BANDS), proposed('rules.REG-17', true)];
  const answers: Answered[] = [];
  const statements = await stack.statementsOf(async () => void answers.push(await dryRun(values)));
  const answer = answers[0] as Answered;
  expect(answer).toMatchObject({ status: 200, body: { examined: 7, nextCursor: null } });
  const items = answer.body['items'] as Impact[];
  const gained = Object.fromEntries(items.map((item) => [item.institutionId, item.gained.map(({ ruleId }) => ruleId)]));
  expect(gained).toEqual({
    [homes[101] as string]: ['REG-17'],
    [homes[201] as string]: ['REG-17'],
    [elsewhere]: ['REG-17'],
  });
  expect(answer.body['values']).toMatchObject([
    { key: 'medicalFacilityByBeds', row: 'P-01, D1, D2', before: null, after: { division: SUIZHOU, ...NOTICE } },
    { key: 'rules.REG-17', before: null, after: { value: true } },
  ]);
  expect(answer.body['paths']).toEqual([]);
  // What is inherited, the institutions, the division's own values, those of each of two counties.
  expect(statements).toHaveLength(5);
  expect(statements.filter((sql) => /^\s*(insert|update|delete|begin)/.test(sql))).toEqual([]);
  expect(await tables()).toEqual(before);
});

it('tells which findings would go and which paths would be others', async () => {
  const values = [proposed('rules.REG-26', false), proposed('twoInOneMaxLevel', 1)];
  const answer = await dryRun(values);
  const lost = (answer.body['items'] as Impact[]).find(({ institutionId }) => institutionId === elsewhere)?.lost;
  expect(lost?.map(({ ruleId }) => ruleId)).toEqual(['REG-26']);
  const paths = answer.body['paths'] as { kind: string; hospitalLevel: number; before: string; after: string }[];
  expect(paths).toContainEqual({
    kind: 'NURSING_HOSPITAL',
    hospitalLevel: 2,
    investmentOrigin: 'DOMESTIC',
    before: 'TWO_IN_ONE',
    after: 'APPROVAL',
  });
  expect(paths.every(({ hospitalLevel }) => hospitalLevel === 2)).toBe(true);
});

it('leaves out what a nearer division says otherwise, and what begins later or has ended', async () => {
  const county = aCaller('HEALTH', { region: '421381' });
  const body = { division: '421381', values: [proposed('rules.REG-26', true)] };
  const draft = await stack.call(county, 'POST', '/v1/policies/drafts', { body });
  await stack.call(county, 'POST', `/v1/policies/drafts/${draft.id}/publish`, { ifMatch: draft.etag, body: {} });
  const ids = async (of: object) =>
    (await itemsOf([proposed('rules.REG-26', false, of)])).map((item) => item.institutionId);
  expect(await ids({})).not.toContain(elsewhere);
  expect(await ids({ validFrom: '2026-03-03' })).toEqual([]);
  expect(await ids({ validFrom: '2026-02-01', validTo: '2026-03-01' })).toEqual([]);
});

it('goes page by page over the institutions', async () => {
  const values = [proposed('medicalFacilityByBeds', BANDS)];
  const seen: string[] = [];
  let cursor: string | null | undefined;
  let examined = 0;
  do {
    const { body } = await dryRun(values, { limit: 3, ...(cursor && { cursor }) });
    seen.push(...(body['items'] as Impact[]).map((item) => item.institutionId));
    examined += body['examined'] as number;
    cursor = body['nextCursor'] as string | null;
  } while (cursor);
  expect([examined, seen.toSorted()]).toEqual([7, [homes[101], homes[201], elsewhere].toSorted()]);
});

it('refuses what a draft would refuse, another region and more than a page', async () => {
  expect((await dryRun([proposed('nothing', 1)])).status).toBe(400);
  expect(await dryRun([proposed('fireDrillMonths', 0)])).toMatchObject({
    status: 422,
    body: { code: 'POLICY_VALUE_INVALID' },
  });
  expect(await dryRun([proposed('fireDrillMonths', 6, { clause: '' })])).toMatchObject({
    status: 422,
    body: { code: 'POLICY_SOURCE_MISSING' },
  });
  expect((await dryRun([proposed('fireDrillMonths', 6)], {}, aCaller('HEALTH', { region: '421200' }))).status).toBe(
    403,
  );
  expect((await dryRun([proposed('fireDrillMonths', 6)], { limit: 101 })).status).toBe(400);
});
