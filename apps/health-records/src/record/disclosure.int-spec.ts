import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import {
  aCaller,
  addDocument,
  anAcceptedReferral,
  anAssessment,
  anAssessor,
  anElder,
  aPlace,
  assess,
  consents,
  giveConsent,
  record,
  type Place,
} from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';

let stack: ServiceStack;
let home: Place;
let hospital: Place;
beforeAll(async () => {
  stack = await startRecords();
  home = await aPlace(stack, 'CARE');
  hospital = await aPlace(stack, 'MEDICAL');
}, 120_000);
afterAll(() => stack.stop());

const read = (by: Place, elderId: string, of: object = {}) =>
  stack.call({ ...by.caller, ...of }, 'GET', record(elderId));

/** An elder of the home with one document and one assessment. */
async function aRecord(): Promise<string> {
  const elderId = await anElder(stack, home);
  expect((await addDocument(stack, home, elderId)).status).toBe(201);
  expect((await assess(stack, elderId, anAssessment(await anAssessor(stack)))).status).toBe(201);
  return elderId;
}

it('REC-08 shows the record of a resident to the home under consent, and to another home not that it exists', async () => {
  const elderId = await aRecord();
  await giveConsent(stack, home, elderId);
  const seen = await read(home, elderId);
  expect(seen).toMatchObject({
    status: 200,
    body: {
      documents: [{ type: 'DISCHARGE_SUMMARY', sections: { DISCHARGE_DIAGNOSIS: '心力衰竭' } }],
      assessments: [{ level: 2, total: 70, dementia: true, initialLevel: 1 }],
      grants: [],
    },
  });
  const stranger = await aPlace(stack, 'CARE');
  const [refused, nobody] = [await read(stranger, elderId), await read(stranger, newId())];
  expect(refused.status).toBe(404);
  expect({ ...refused.body, requestId: '', correlationId: '' }).toEqual({
    ...nobody.body,
    requestId: '',
    correlationId: '',
  });
  const audited = 'select outcome from audit_entry where elder_id = $1 and action = $2 order by at';
  await stack.until(`${audited} offset 1`, [elderId, 'record.read']);
  const entries = await stack.own.asSuperuser(audited, [elderId, 'record.read']);
  expect(entries).toEqual([{ outcome: 'ALLOWED' }, { outcome: 'REFUSED' }]);
});

it('C50 refuses the very next read after a withdrawal, and without any consent from the start', async () => {
  const elderId = await aRecord();
  expect(await read(home, elderId)).toMatchObject({ status: 403, body: { code: 'CONSENT_MISSING', rule: 'REC-08' } });
  const given = await giveConsent(stack, home, elderId);
  expect((await read(home, elderId)).status).toBe(200);
  const withdraw = `${consents(elderId)}/${String(given.body['id'])}/withdraw`;
  const withdrawn = await stack.call(home.caller, 'POST', withdraw, { ifMatch: given.etag });
  expect(withdrawn).toMatchObject({ status: 200, etag: '"2"', body: { status: 'WITHDRAWN' } });
  expect(await read(home, elderId)).toMatchObject({ status: 403, body: { code: 'CONSENT_WITHDRAWN' } });
  expect(await stack.call(home.caller, 'POST', withdraw, { ifMatch: '"2"' })).toMatchObject({
    status: 409,
    body: { code: 'CONSENT_ALREADY_WITHDRAWN' },
  });
  expect(await stack.call(home.caller, 'POST', withdraw, { ifMatch: given.etag })).toMatchObject({ status: 412 });
});

it('leaves out the part of the record whose data class the consent does not name', async () => {
  const elderId = await aRecord();
  await giveConsent(stack, home, elderId, { dataClasses: ['HEALTH_STATUS'] });
  const seen = await read(home, elderId);
  expect(seen.body).toMatchObject({ assessments: [{ total: 70 }] });
  expect(seen.body).not.toHaveProperty('documents');
});

it('asks for a consent of this purpose and this recipient', async () => {
  const elderId = await aRecord();
  await giveConsent(stack, home, elderId, { recipients: ['MED_INST', hospital.id] });
  await giveConsent(stack, home, elderId, { purposes: ['REFERRAL'], recipients: [home.id] });
  expect(await read(home, elderId)).toMatchObject({ status: 403, body: { code: 'CONSENT_MISSING' } });
  expect((await read(home, elderId, { purpose: 'REFERRAL' })).status).toBe(200);
});

it('REF-27 opens the record for treatment from acceptance, and for no other purpose', async () => {
  const elderId = await aRecord();
  expect((await read(hospital, elderId)).status).toBe(404);
  const referralId = await anAcceptedReferral(stack, elderId, home, hospital);
  const seen = await read(hospital, elderId);
  expect(seen).toMatchObject({
    status: 200,
    body: { grants: [{ referralId, institutionId: hospital.id, endsOn: null }], documents: [{ sections: {} }] },
  });
  expect(await read(hospital, elderId, { purpose: 'REFERRAL' })).toMatchObject({ status: 403 });
  expect(await stack.said(EVENT.recordGrantOpenedV1, elderId)).toMatchObject([{ referralId }]);
});

it('opens in an emergency with a reason and says so in the audit, for treatment only and never to a stranger', async () => {
  const elderId = await aRecord();
  const referral = { emergency: { reasonCode: 'UNCONSCIOUS' } };
  const infirmary = await aPlace(stack, 'MEDICAL', home.id);
  expect(await read(infirmary, elderId)).toMatchObject({ status: 403 });
  expect((await read(infirmary, elderId, referral)).status).toBe(200);
  expect((await read(infirmary, elderId, { ...referral, purpose: 'REFERRAL' })).status).toBe(403);
  expect((await read(home, elderId, referral)).status).toBe(403);
  expect((await read(hospital, elderId, referral)).status).toBe(404);
  const [entry] = await stack.own.asSuperuser(
    `select code, emergency_reason from audit_entry where elder_id = $1 and action = 'record.read' and outcome = 'ALLOWED'`,
    [elderId],
  );
  expect(entry).toEqual({ code: 'EMERGENCY', emergency_reason: 'UNCONSCIOUS' });
});

it('REC-16 shows the level to the home within one event cycle, and how it came about only under consent', async () => {
  const elderId = await aRecord();
  const list = () => stack.call(home.caller, 'GET', `/v1/elders/${elderId}/assessments`);
  const closed = await list();
  expect(closed).toMatchObject({
    status: 200,
    body: { items: [{ level: 2, assessedOn: '2026-03-01' }], nextCursor: null },
  });
  expect(closed.text).not.toMatch(/total|dementia|items":\{|because/);
  await giveConsent(stack, home, elderId);
  expect((await list()).body).toMatchObject({
    items: [{ level: 2, total: 70, dementia: true, because: { rule: 'REC-14' } }],
  });
});

it('shows the person everything, HEALTH no text, CIVIL_AFFAIRS no record at all', async () => {
  const elderId = await aRecord();
  const seen = (caller: ReturnType<typeof aCaller>) => stack.call(caller, 'GET', record(elderId));
  expect((await seen(aCaller('ELDER', { elderId, region: '' }))).body).toMatchObject({
    documents: [{ sections: { TREATMENT_PLAN: '继续利尿治疗' } }],
    assessments: [{ total: 70 }],
  });
  const supervised = await seen(aCaller('HEALTH'));
  expect(supervised.body).toMatchObject({ documents: [{ type: 'DISCHARGE_SUMMARY' }], assessments: [{ total: 70 }] });
  expect(supervised.text).not.toContain('心力衰竭');
  expect((await seen(aCaller('CIVIL_AFFAIRS'))).status).toBe(403);
  expect((await seen(aCaller('INSURANCE'))).status).toBe(403);
});
