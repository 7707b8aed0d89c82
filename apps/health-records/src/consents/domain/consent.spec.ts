import { giveConsent, readGiver, statusOf, withdrawConsent } from './consent.js';

const TERMS = {
  giver: { kind: 'ELDER' },
  recipients: ['MED_INST'],
  purposes: ['CARE_DELIVERY'],
  dataClasses: ['HEALTH_STATUS'],
} as const;
const refusing = (code: string) => expect.objectContaining({ code }) as Error;

it('takes the elder, and a guardian with relation and proof', () => {
  expect(readGiver({ kind: 'ELDER' })).toEqual({ kind: 'ELDER' });
  const guardian = { kind: 'GUARDIAN', relation: 'CHILD', proof: 'COURT_DECISION' } as const;
  expect(readGiver(guardian)).toEqual(guardian);
});

it.each([
  ['a guardian without proof', { kind: 'GUARDIAN', relation: 'CHILD' }, ['giver.proof']],
  ['a guardian without relation', { kind: 'GUARDIAN', proof: 'COURT_DECISION' }, ['giver.relation']],
  ['a guardian with neither', { kind: 'GUARDIAN' }, ['giver.relation', 'giver.proof']],
  ['an elder with proof', { kind: 'ELDER', proof: 'COURT_DECISION' }, ['giver.proof']],
] as const)('refuses %s and names the field', (_, giver, paths) => {
  try {
    readGiver(giver);
    expect('a refusal').toBe('thrown');
  } catch (error) {
    expect(error).toMatchObject({ code: 'GUARDIAN_NOT_PROVEN', detail: { fields: paths.map((path) => ({ path })) } });
  }
});

it('begins today and may end today, not yesterday', () => {
  const consent = giveConsent({ ...TERMS, validTo: '2026-03-01' }, '2026-03-01');
  expect(consent).toMatchObject({ validFrom: '2026-03-01', validTo: '2026-03-01' });
  const tooLate = () => giveConsent({ ...TERMS, validTo: '2026-02-28' }, '2026-03-01');
  expect(tooLate).toThrow(refusing('CONSENT_ALREADY_EXPIRED'));
});

it('is withdrawn once', () => {
  const at = new Date('2026-03-01T01:00:00Z');
  const withdrawn = withdrawConsent({ withdrawnAt: null as Date | null }, at);
  expect(withdrawn.withdrawnAt).toBe(at);
  expect(() => withdrawConsent(withdrawn, at)).toThrow(refusing('CONSENT_ALREADY_WITHDRAWN'));
});

it('is active through its last day, expired after it, withdrawn whatever the day', () => {
  const consent = { validFrom: '2026-03-01', validTo: '2026-03-31', withdrawnAt: null };
  expect(statusOf(consent, '2026-03-31')).toBe('ACTIVE');
  expect(statusOf(consent, '2026-04-01')).toBe('EXPIRED');
  expect(statusOf({ ...consent, validTo: null }, '2099-12-31')).toBe('ACTIVE');
  expect(statusOf({ ...consent, withdrawnAt: new Date() }, '2026-04-01')).toBe('WITHDRAWN');
});
