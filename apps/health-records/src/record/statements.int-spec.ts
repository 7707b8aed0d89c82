import {
  aCaller,
  addDocument,
  anAssessment,
  anAssessor,
  anElder,
  aPlace,
  assess,
  giveConsent,
  record,
  type Place,
} from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
let elderId: string;
beforeAll(async () => {
  stack = await startRecords();
  home = await aPlace(stack, 'CARE');
  elderId = await anElder(stack, home);
  await giveConsent(stack, home, elderId);
}, 120_000);
afterAll(() => stack.stop());

const count = async (work: () => Promise<unknown>) => (await stack.statementsOf(work)).length;

const get = (path: string) => () => stack.call(home.caller, 'GET', path);

// Begin, context, what is asked for, audit entry, commit. A record: elder, consents, grant, grants, assessments, documents between them.
it.each([
  ['an elder', '', 6],
  ['a record', '/record', 10],
  ['assessments', '/assessments', 8],
  ['consents', '/consents', 6],
])('reads %s in as many statements as it has questions', async (_, path, statements) => {
  await get(`/v1/elders/${elderId}${path}`)();
  expect(await count(get(`/v1/elders/${elderId}${path}`))).toBe(statements);
});

it('does not send more statements for a longer record', async () => {
  for (let i = 0; i < 5; i++) await addDocument(stack, home, elderId);
  expect(await count(get(record(elderId)))).toBe(10);
});

it('writes in a fixed number of statements', async () => {
  const assessorId = await anAssessor(stack);
  const clerk = aCaller('CIVIL_AFFAIRS');
  // Every command: a look for a repeat, with whom it acts for; events, audit entry and stored answer in one.
  const counts = {
    'elder.register': await count(() => anElder(stack, home)),
    'consent.give': await count(() => giveConsent(stack, home, elderId)),
    'document.add': await count(() => addDocument(stack, home, elderId)),
    'assessment.record': await count(() => assess(stack, elderId, anAssessment(assessorId))),
    'elder.bind-client': await count(() =>
      stack.call(clerk, 'PUT', `/v1/elders/${elderId}/clients/statements`, { ifMatch: '"1"' }),
    ),
  };
  expect(counts).toEqual({
    'elder.register': 12,
    'consent.give': 8,
    'document.add': 9,
    'assessment.record': 11,
    'elder.bind-client': 9,
  });
});
