import type { Caller } from '@yiyang/access';
import { newId } from '@yiyang/persistence';
import {
  aCaller,
  aConsent,
  anAssessment,
  anAssessor,
  anElder,
  aPlace,
  aSummary,
  type Place,
} from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

// Two regions that share four digits and a look-alike prefix: 500229 lies in 500000 (重庆), not in 500100.
const THERE = '500229';

let stack: ServiceStack;
let home: Place;
let here: string;
let there: string;
let consentId: string;
beforeAll(async () => {
  stack = await startRecords();
  home = await aPlace(stack, 'CARE');
  here = await anElder(stack, home);
  there = await anElder(stack, await aPlace(stack, 'CARE'), { residenceRegion: THERE, insuredRegion: THERE });
  const given = await stack.call(home.caller, 'POST', `/v1/elders/${here}/consents`, { body: aConsent() });
  consentId = String(given.body['id']);
}, 120_000);
afterAll(() => stack.stop());

type Method = 'GET' | 'POST' | 'PUT';
interface Route {
  readonly name: string;
  readonly method: Method;
  readonly path: (elderId: string) => string;
  readonly body?: () => object | Promise<object>;
  readonly ifMatch?: string;
}

const ROUTES: readonly Route[] = [
  { name: 'elder', method: 'GET', path: (id) => `/v1/elders/${id}` },
  { name: 'record', method: 'GET', path: (id) => `/v1/elders/${id}/record` },
  { name: 'assessments', method: 'GET', path: (id) => `/v1/elders/${id}/assessments` },
  { name: 'consents', method: 'GET', path: (id) => `/v1/elders/${id}/consents` },
  { name: 'access log', method: 'GET', path: (id) => `/v1/elders/${id}/access-log` },
  { name: 'consent', method: 'POST', path: (id) => `/v1/elders/${id}/consents`, body: () => aConsent() },
  { name: 'document', method: 'POST', path: (id) => `/v1/elders/${id}/documents`, body: () => aSummary() },
  {
    name: 'withdrawal',
    method: 'POST',
    path: (id) => `/v1/elders/${id}/consents/${consentId}/withdraw`,
    ifMatch: '"1"',
  },
  { name: 'client', method: 'PUT', path: (id) => `/v1/elders/${id}/clients/${newId()}`, ifMatch: '"1"' },
  {
    ...{ name: 'assessment', method: 'POST', path: (id) => `/v1/elders/${id}/assessments` },
    body: async () => anAssessment(await anAssessor(stack)),
  },
];

async function ask(caller: Caller, route: Route, elderId: string): Promise<number> {
  const { method, path, ifMatch } = route;
  const body = await route.body?.();
  return (await stack.call(caller, method, path(elderId), { ifMatch, ...(body && { body }) })).status;
}

const routes = (...names: string[]) => ROUTES.filter(({ name }) => names.includes(name));

it('C08 answers another institution, another region and another person as if nobody were there, on every route', async () => {
  const purposes = aCaller('CIVIL_AFFAIRS').purposes;
  const strangers: [Caller, Route[]][] = [
    [
      (await aPlace(stack, 'CARE')).caller,
      routes('elder', 'record', 'assessments', 'consents', 'consent', 'document', 'withdrawal'),
    ],
    [
      (await aPlace(stack, 'MEDICAL')).caller,
      routes('elder', 'record', 'assessments', 'consents', 'consent', 'document', 'withdrawal'),
    ],
    [
      aCaller('ELDER', { elderId: there, region: '' }),
      routes('elder', 'record', 'assessments', 'consents', 'access log', 'consent', 'withdrawal'),
    ],
    [aCaller('HEALTH', { region: THERE }), routes('elder', 'record', 'assessments')],
    [aCaller('HEALTH', { region: '421200' }), []],
    [
      aCaller('CIVIL_AFFAIRS', { region: THERE, purposes, purpose: 'ASSESSMENT' }),
      routes('elder', 'assessments', 'assessment'),
    ],
    [aCaller('CIVIL_AFFAIRS', { region: THERE }), routes('elder', 'assessments', 'client')],
    [aCaller('INSURANCE', { region: THERE, purpose: 'SETTLEMENT' }), routes('elder')],
  ];
  for (const [caller, asked] of strangers)
    for (const route of asked) {
      const [stranger, nobody] = [await ask(caller, route, here), await ask(caller, route, newId())];
      expect([caller.role, route.name, stranger, nobody]).toEqual([caller.role, route.name, 404, 404]);
    }
});

it('lets the region above see what lies in it, and no sibling of the same digits', async () => {
  const elder = routes('elder')[0] as Route;
  const status = (region: string, elderId: string) => ask(aCaller('HEALTH', { region }), elder, elderId);
  expect([await status('420000', here), await status('421200', here), await status('421202', here)]).toEqual([
    200, 200, 200,
  ]);
  expect([await status('500000', there), await status('500229', there)]).toEqual([200, 200]);
  expect([await status('500100', there), await status('500000', here), await status('421281', here)]).toEqual([
    404, 404, 404,
  ]);
});

it('shows INSURANCE by the insured region, not by the residence, and no health', async () => {
  const moved = await anElder(stack, home, { insuredRegion: THERE });
  const elder = routes('elder')[0] as Route;
  const insurer = (region: string) => aCaller('INSURANCE', { region, purpose: 'SETTLEMENT' });
  expect([await ask(insurer('421202'), elder, moved), await ask(insurer(THERE), elder, moved)]).toEqual([404, 200]);
  const { body } = await stack.call(insurer(THERE), 'GET', `/v1/elders/${moved}`);
  expect(Object.keys(body)).toEqual(expect.arrayContaining(['name', 'idNumber', 'scheme']));
  for (const hidden of ['abilityLevel', 'phone', 'address']) expect(body).not.toHaveProperty(hidden);
});

it('refuses a role that the policy does not name, on every route', async () => {
  const nobody: Caller = aCaller('INTEGRATOR');
  for (const route of ROUTES) expect([route.name, await ask(nobody, route, here)]).toEqual([route.name, 403]);
});

it('refuses a purpose that the token does not hold or the action does not know', async () => {
  const elder = routes('elder')[0] as Route;
  expect(await ask({ ...home.caller, purpose: 'SUPERVISION' }, elder, here)).toBe(403);
  expect(await ask({ ...home.caller, purpose: 'ADMINISTRATION' }, elder, here)).toBe(403);
});
