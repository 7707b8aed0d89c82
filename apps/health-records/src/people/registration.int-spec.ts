import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, aNumber, anElder, aPlace, aRegistration, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
let hospital: Place;
beforeAll(async () => {
  stack = await startRecords({ policies: false });
  home = await aPlace(stack, 'CARE');
  hospital = await aPlace(stack, 'MEDICAL');
}, 120_000);
afterAll(() => stack.stop());

const register = (by: Place, body: object, key: string = newId()) =>
  stack.call(by.caller, 'POST', '/v1/elders', { body, key });

it('registers an elder, who can then be read with what the id number tells', async () => {
  const elderId = await anElder(stack, home, { idNumber: '421202194910012467' });
  const read = await stack.call(home.caller, 'GET', `/v1/elders/${elderId}`);
  expect(read).toMatchObject({ status: 200, etag: '"1"' });
  expect(read.body).toEqual({
    id: elderId,
    version: 1,
    ...{ name: '王桂芳', idNumber: '421202194910012467', birthDate: '1949-10-01', sex: '2', birthYear: 1949 },
    ...{ phone: '13812340000', address: '示范路1号', residenceRegion: '421202', insuredRegion: '421202' },
    ...{ scheme: 'RESIDENT', personType: 'RESIDENT', abilityLevel: null },
  });
  expect(await stack.said(EVENT.elderRegisteredV1, elderId)).toMatchObject([
    { birthYear: 1949, residenceRegion: '421202' },
  ]);
  expect(await stack.said(EVENT.elderInstitutionLinkedV1, elderId)).toEqual([
    { elderId, institutionId: home.id, relation: 'REGISTERED_BY' },
  ]);
});

it('answers the registration of a known number exactly like a creation and links the institution', async () => {
  const body = aRegistration();
  const first = await register(home, body);
  await bindSomeClient(String(first.body['id']));
  const second = await register(hospital, { ...body, phone: '13900000000', scheme: 'EMPLOYEE', personType: 'RETIREE' });
  expect(second.body).toEqual({ id: first.body['id'] });
  expect(shape(second)).toEqual(shape(first));
  expect(second.etag).toBe('"1"');
  expect(await stack.said(EVENT.elderRegisteredV1, String(first.body['id']))).toHaveLength(1);
  const seen = await stack.call(hospital.caller, 'GET', `/v1/elders/${String(first.body['id'])}`);
  expect(seen).toMatchObject({ status: 200, body: { phone: '13812340000', scheme: 'RESIDENT' } });
});

it('gives ids that tell no time', async () => {
  expect((await anElder(stack, home)).charAt(14)).toBe('4');
});

it('REC-37 queues a known number under another name for a decision by hand and merges nothing', async () => {
  const idNumber = aNumber();
  const known = await register(home, aRegistration({ idNumber }));
  const other = await register(hospital, aRegistration({ idNumber, name: '王桂芬' }));
  expect(shape(other)).toEqual(shape(known));
  expect(other.body['id']).not.toBe(known.body['id']);
  const [queued] = await stack.own.asSuperuser(
    'select reason, state, elder_id, candidate_id from match_case where elder_id = $1',
    [other.body['id']],
  );
  expect(queued).toEqual({
    ...{ reason: 'NAME_DIFFERS', state: 'OPEN' },
    ...{ elder_id: other.body['id'], candidate_id: known.body['id'] },
  });
  expect((await stack.call(hospital.caller, 'GET', `/v1/elders/${String(known.body['id'])}`)).status).toBe(404);
  expect((await stack.call(hospital.caller, 'GET', `/v1/elders/${String(other.body['id'])}`)).body['name']).toBe(
    '王桂芬',
  );
  expect((await register(hospital, aRegistration({ idNumber, name: '王桂芬' }))).body['id']).toBe(other.body['id']);
});

it('knows a person whose number comes in the form of 1985, in full width or with another dot in the name', async () => {
  const elderId = await anElder(stack, home, { idNumber: '11010519491231002X', name: '阿依古丽·买买提' });
  for (const idNumber of ['110105491231002', '１１０１０５１９４９１２３１００２ｘ', ' 11010519491231002x '])
    expect(await anElder(stack, hospital, { idNumber, name: '阿依古丽•买买提' })).toBe(elderId);
});

it('makes one elder of twenty registrations of one number at once', async () => {
  const body = aRegistration();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => register(i % 2 ? home : hospital, body)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
});

it.each([
  ['FORMAT', '示范姓名'],
  ['FORMAT', '11010519491231002'],
  ['PROVINCE', '000101195001010011'],
  ['BIRTH_DATE', '33010519380229001X'],
  ['BIRTH_RANGE', '140428202702280014'],
  ['CHECK_DIGIT', '110105194912310021'],
])('refuses a number that fails %s and never repeats it', async (check, idNumber) => {
  const refused = await register(home, aRegistration({ idNumber }));
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'ID_NUMBER_INVALID', fields: [{ path: 'idNumber', rule: check }] },
  });
  expect(refused.text).not.toContain(idNumber.slice(2, -1));
});

it.each([
  ['residenceRegion', { residenceRegion: '999999' }],
  ['residenceRegion', { residenceRegion: '000000' }],
  ['insuredRegion', { insuredRegion: "421202' or '1'='1" }],
  ['scheme', { scheme: 'NCMS' }],
  ['personType', { personType: 'ACTIVE' }],
  ['name', { name: '=cmd|x' }],
  ['name', { name: '王'.repeat(51) }],
  ['phone', { phone: 'call me' }],
  ['address', { address: 'x'.repeat(201) }],
  ['elderId', { elderId: newId() }],
  ['idNumber', { idNumber: 42 }],
])('answers 400 and names %s for %o, and stores nothing', async (path, fault) => {
  const body = { ...aRegistration(), ...fault };
  const before = await stack.own.asSuperuser('select count(*) from elder');
  const refused = await register(home, body);
  expect(refused.status).toBe(400);
  expect(refused.body['fields']).toContainEqual(expect.objectContaining({ path }));
  expect(await stack.own.asSuperuser('select count(*) from elder')).toEqual(before);
});

it('answers a repeated call with the same bytes', async () => {
  const [key, body] = [newId(), aRegistration()];
  const first = await register(home, body, key);
  expect((await register(home, body, key)).text).toBe(first.text);
});

async function bindSomeClient(elderId: string): Promise<void> {
  const clerk = aCaller('CIVIL_AFFAIRS');
  const bound = await stack.call(clerk, 'PUT', `/v1/elders/${elderId}/clients/${newId()}`, { ifMatch: '"1"' });
  expect(bound).toMatchObject({ status: 200, etag: '"2"' });
}

/** Everything of an answer but the id. */
function shape({ status, headers, text, body }: Awaited<ReturnType<typeof register>>): object {
  const id = String(body['id']);
  const { date: _, 'content-length': length, location, ...rest } = headers;
  return { status, rest, length, location: String(location).replace(id, 'ID'), text: text.replace(id, 'ID') };
}
