import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { makeResidentId } from '@yiyang/standards';
import {
  addDocument,
  aConsent,
  anAssessment,
  anAssessor,
  anElder,
  aPlace,
  aRegistration,
  assess,
  consents,
  giveConsent,
  record,
} from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

const PLANTED = {
  idNumber: makeResidentId({ region: '421202', birthDate: '1938-01-01', sequence: 777 }),
  name: '诸葛金丝雀',
  phone: '13666677788',
  address: '金丝雀路九十九号',
  diagnosis: '阿尔茨海默金丝雀病',
};
const planted = (text: string) =>
  Object.entries(PLANTED).flatMap(([what, value]) => (text.includes(value) ? [what] : []));

it('leaves no planted number, name, phone, address or diagnosis in any table, log line, error or metric', async () => {
  const stack = await startRecords();
  const lines: string[] = [];
  const { logger } = stack.service.parts;
  for (const level of ['info', 'warn', 'error'] as const) {
    const log = logger[level].bind(logger);
    logger[level] = (message, fields) => {
      lines.push(JSON.stringify({ message, ...fields }));
      log(message, fields);
    };
  }
  try {
    const { diagnosis, ...person } = PLANTED;
    const { idNumber, name } = person;
    const home = await aPlace(stack, 'CARE');
    const elderId = await anElder(stack, home, person);
    await anElder(stack, home, { ...person, name: `${name}其二` });
    await giveConsent(stack, home, elderId);
    await addDocument(stack, home, elderId, { sections: { DISCHARGE_DIAGNOSIS: diagnosis } });
    await assess(stack, elderId, anAssessment(await anAssessor(stack)));
    expect(planted((await stack.call(home.caller, 'GET', record(elderId))).text)).toEqual(['diagnosis']);

    const post = (path: string, body: object) => stack.call(home.caller, 'POST', path, { body });
    const wrong = { ...person, idNumber: `${idNumber.slice(0, -1)}${idNumber.endsWith('4') ? '5' : '4'}` };
    const refused = [
      await post('/v1/elders', aRegistration(wrong)),
      await post('/v1/elders', aRegistration({ ...person, idNumber: name })),
      await post('/v1/elders', aRegistration({ ...person, residenceRegion: name })),
      await post(consents(elderId), aConsent({ recipients: [name], purposes: [diagnosis] })),
      await post(`/v1/elders/${elderId}/documents`, {
        type: diagnosis,
        sourceId: name,
        sections: { [diagnosis]: name },
      }),
      await post(`/v1/elders/${elderId}/documents`, {
        type: 'DISCHARGE_SUMMARY',
        sourceId: newId(),
        sections: { [diagnosis]: name },
      }),
      await stack.call(home.caller, 'GET', `/v1/elders/${encodeURIComponent(name)}`),
      await stack.call(home.caller, 'GET', `/v1/elders/${elderId}/consents?cursor=${encodeURIComponent(diagnosis)}`),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
    expect(refused.flatMap(({ text }) => planted(text))).toEqual([]);

    await stack.say(EVENT.referralAcceptedV1, {
      ...{ referralId: newId(), elderId: newId(), fromInstitutionId: home.id, toInstitutionId: newId() },
      acceptedAt: '2026-03-01T01:00:00.000Z',
    });
    await stack.until(`select 1 from held_event`);
    await stack.until(`select 1 from access_log where elder_id = $1 and action = 'record.read'`, [elderId]);
    expect(await plantedTables(stack)).toEqual([]);
    const broken = await anElder(stack, home, { name });
    await stack.own.asSuperuser(`update elder set sealed = (select sealed from elder where id = $1) where id = $2`, [
      elderId,
      broken,
    ]);
    expect((await stack.call(home.caller, 'GET', `/v1/elders/${broken}`)).status).toBe(500);
    expect(planted(await stack.service.parts.metrics.text())).toEqual([]);
  } finally {
    await stack.stop();
  }
  // Parked: an acceptance for an elder that is not here. Failed: a row whose seal does not open.
  expect(lines.join('')).toMatch(/parked.*failed/s);
  expect(planted(lines.join(''))).toEqual([]);
}, 120_000);

/** Every table of the service and of the bus whose rows hold planted text, as bytes or readable. */
async function plantedTables(stack: ServiceStack): Promise<string[]> {
  const tables = await stack.own.asSuperuser<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await stack.own.asSuperuser<{ row: string }>(`select t::text as row from ${name} t`);
    const hex = Object.values(PLANTED).map((value) => Buffer.from(value).toString('hex'));
    if (rows.some(({ row }) => planted(row).length > 0 || hex.some((bytes) => row.includes(bytes)))) found.push(name);
  }
  return found;
}
