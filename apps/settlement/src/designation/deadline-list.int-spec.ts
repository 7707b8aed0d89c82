import { newId } from '@yiyang/persistence';
import { aMedicalInstitution, hospital, insurance } from '../testing/named.js';
import { aCaller, type ServiceStack, startSettlement } from '../testing/settlement-stack.js';

let stack: ServiceStack;
let [evaluation, agreement] = ['', ''];

const WENSHAN = '532601';
const wenshan = aCaller('INSURANCE', { region: '532600' });

interface Item {
  subjectId: string;
  kind: string;
  state: string;
}

async function accepted(division: string, agency = insurance()): Promise<string> {
  const institutionId = await aMedicalInstitution(stack, { division });
  const body = { institutionId, schemes: ['RESIDENT'] };
  const applied = await stack.call(hospital(institutionId), 'POST', '/v1/designations', { body });
  const url = `/v1/designations/${applied.id}/accept`;
  expect((await stack.call(agency, 'POST', url, { body: {}, ifMatch: applied.etag })).status).toBe(200);
  return applied.id;
}

beforeAll(async () => {
  stack = await startSettlement();
  await stack.at('2026-05-01T02:00:00Z');
  evaluation = await accepted('421202');
  agreement = await accepted(WENSHAN, wenshan);
});
afterAll(() => stack.stop());

const list = async (query: string, caller = insurance()) => stack.call(caller, 'GET', `/v1/deadlines${query}`);
const subjects = async (query: string, caller = insurance()) =>
  ((await list(query, caller)).body['items'] as Item[]).map((item) => item.subjectId);

it('lists to a department what is due in its region, with the clause that set it', async () => {
  const answer = await list('');
  expect(answer).toMatchObject({
    status: 200,
    body: {
      items: [
        {
          subjectId: evaluation,
          kind: 'designation.evaluation',
          state: 'RUNNING',
          division: '421202',
          ownerRole: 'INSURANCE',
          rule: 'SET-03',
          clause: '(十五)',
          policyVersion: '00000000-0000-7000-8000-000000421200@1',
          dueAt: '2026-08-01T16:00:00.000Z',
          warnAt: '2026-07-16T16:00:00.000Z',
        },
      ],
      nextCursor: null,
    },
  });
  expect(await subjects('', wenshan)).toEqual([agreement]);
  expect(await subjects('', aCaller('HEALTH', { region: '420000' }))).toEqual([evaluation]);
  expect(await subjects('', aCaller('HEALTH', { region: '360000' }))).toEqual([]);
});

it('filters by kind, division, day and state, and asks for one statement', async () => {
  expect(await subjects('?kind=designation.agreement')).toEqual([]);
  expect(await subjects('?kind=designation.evaluation&division=421200')).toEqual([evaluation]);
  expect(await subjects('?division=532600')).toEqual([]);
  expect(await subjects('?dueBefore=2026-08-01')).toEqual([]);
  expect(await subjects('?dueBefore=2026-08-02')).toEqual([evaluation]);
  expect(await subjects('?state=BREACHED')).toEqual([]);
  await stack.at('2026-07-17T02:00:00Z');
  await stack.until('select 1 from deadline where subject_id = $1 and warned_at is not null', [evaluation]);
  expect(await subjects('?state=WARNED')).toEqual([evaluation]);
  expect(await stack.statementsOf(() => list('?state=WARNED'))).toHaveLength(1);
});

it('pages without losing or repeating any', async () => {
  const more = [await accepted('421202'), await accepted('421202')];
  const first = await list('?limit=2');
  const rest = await subjects(`?limit=2&cursor=${String(first.body['nextCursor'])}`);
  const seen = [...(first.body['items'] as Item[]).map((item) => item.subjectId), ...rest];
  expect(seen.toSorted()).toEqual([evaluation, ...more].toSorted());
});

it('keeps clocks without a division to the service, and institutions out', async () => {
  await stack.own.asSuperuser(
    `insert into deadline (id, kind, subject_id, rule, started_at, due_at) values ($1, 'internal', $1, 'X', now(), now())`,
    [newId()],
  );
  expect(await subjects('?kind=internal', aCaller('HEALTH', { region: '421202' }))).toEqual([]);
  expect((await list('', hospital(newId()))).status).toBe(403);
});

it.each(['?state=LATE', '?dueBefore=2026-02-30', '?division=999999', '?kind=a%20b', '?cursor=x', '?more=1'])(
  'refuses %s',
  async (query) => {
    expect((await list(query)).status).toBe(400);
  },
);
