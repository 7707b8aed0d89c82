import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { addDocument, anElder, aPlace, aSummary, giveConsent, record, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
beforeAll(async () => {
  stack = await startRecords({ policies: false });
  home = await aPlace(stack, 'CARE');
}, 120_000);
afterAll(() => stack.stop());

const documentsOf = async (elderId: string) =>
  (await stack.call(home.caller, 'GET', record(elderId))).body['documents'];

it('REC-09 stores a discharge summary that arrives twice under one source id once', async () => {
  const elderId = await anElder(stack, home);
  await giveConsent(stack, home, elderId);
  const summary = aSummary();
  const [first, again] = [
    await addDocument(stack, home, elderId, summary),
    await addDocument(stack, home, elderId, summary),
  ];
  expect(first).toMatchObject({ status: 201, etag: '"1"', body: { version: 1, type: 'DISCHARGE_SUMMARY' } });
  expect(again).toMatchObject({ status: 201, etag: '"1"', text: first.text });
  expect(await documentsOf(elderId)).toHaveLength(1);
  expect(await stack.said(EVENT.recordDocumentAddedV1, elderId)).toHaveLength(1);
});

it('REC-09 stores one of ten deliveries at once', async () => {
  const elderId = await anElder(stack, home);
  const summary = aSummary();
  const answers = await Promise.all(Array.from({ length: 10 }, () => addDocument(stack, home, elderId, summary)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['id'])}`)).size).toBe(1);
  expect(await stack.said(EVENT.recordDocumentAddedV1, elderId)).toHaveLength(1);
});

it('REC-02 keeps another text under the same source id as the next version and loses nothing', async () => {
  const elderId = await anElder(stack, home);
  await giveConsent(stack, home, elderId);
  const sourceId = newId();
  const { body: first } = await addDocument(stack, home, elderId, { sourceId });
  const sections = { DISCHARGE_DIAGNOSIS: '心力衰竭,心功能III级' };
  const second = await addDocument(stack, home, elderId, { sourceId, sections });
  expect(second).toMatchObject({ status: 201, etag: '"2"', body: { id: first['id'], version: 2 } });
  expect(await documentsOf(elderId)).toMatchObject([{ id: first['id'], version: 2, sections }]);
  const versions = await stack.own.asSuperuser('select version from document where elder_id = $1', [elderId]);
  expect(versions).toHaveLength(2);
});

it('lets the app role add documents and assessments, never change or delete them', async () => {
  for (const table of ['document', 'assessment'])
    for (const statement of [`update ${table} set version = 2`, `delete from ${table}`])
      await expect(stack.own.database.transaction(async (tx) => void (await tx.many(statement)))).rejects.toThrow(
        'permission denied',
      );
});

it('takes an id in capitals for the same elder', async () => {
  const elderId = await anElder(stack, home);
  const summary = aSummary();
  const [one, other] = [
    await addDocument(stack, home, elderId, summary),
    await addDocument(stack, home, elderId.toUpperCase(), summary),
  ];
  expect(other.text).toBe(one.text);
  const consent = await giveConsent(stack, home, elderId.toUpperCase());
  expect(consent.body['elderId']).toBe(elderId);
  expect(await stack.said(EVENT.elderConsentGivenV1, elderId)).toMatchObject([{ elderId }]);
});

it('refuses a source id that belongs to another elder’s document', async () => {
  const [one, other] = [await anElder(stack, home), await anElder(stack, home)];
  const sourceId = newId();
  await addDocument(stack, home, one, { sourceId });
  expect(await addDocument(stack, home, other, { sourceId })).toMatchObject({
    status: 409,
    body: { code: 'SOURCE_ID_USED' },
  });
});

it.each([
  ['no section', {}],
  ['a section of another type', { SLEEP: '好' }],
  ['an empty text', { DISCHARGE_DIAGNOSIS: ' ' }],
  ['a nested value', { DISCHARGE_DIAGNOSIS: { text: 'x' } }],
  ['a list', ['x']],
])('answers 400 to %s and repeats none of it', async (_, sections) => {
  const elderId = await anElder(stack, home);
  const refused = await addDocument(stack, home, elderId, { sections });
  expect(refused).toMatchObject({ status: 400, body: { fields: [{ path: 'sections' }] } });
  expect(refused.text).not.toContain('SLEEP');
});
