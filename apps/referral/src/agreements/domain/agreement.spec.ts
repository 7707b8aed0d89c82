import { anInstitutionOf, codeOf } from '../../testing/a-referral.js';
import { contractedPartner, findCoveringAgreement, isInForce, type Agreement } from './agreement.js';

const home = anInstitutionOf({ id: 'home', kind: 'CARE_HOME', side: 'CARE', level: null });
const infirmary = anInstitutionOf({ id: 'infirmary', kind: 'INFIRMARY', hostId: 'home' });
const hospital = anInstitutionOf({ id: 'hospital' });
const other = anInstitutionOf({ id: 'other' });
const signed: Agreement = {
  ...{ id: 'g', careInstitutionId: 'home', medicalInstitutionId: 'hospital', types: ['REFERRAL', 'GREEN_CHANNEL'] },
  ...{ validFrom: '2024-01-01', validTo: '2024-12-31', endedOn: null, suspendedFrom: null },
};
const covers = (from = home, to = hospital, of: Partial<Agreement> = {}, on = '2024-06-01') =>
  findCoveringAgreement([{ ...signed, ...of }], { from, to, type: 'REFERRAL', on }) !== undefined;

it('REF-01 joins its parties both ways', () => {
  expect(covers()).toBe(true);
  expect(covers(hospital, home)).toBe(true);
  expect(covers(home, other)).toBe(false);
});

it('REF-01 a host’s agreement covers its units', () => {
  expect(covers(infirmary, hospital)).toBe(true);
  expect(covers(hospital, infirmary)).toBe(true);
});

it('REF-01 a unit’s agreement does not cover its host', () => {
  expect(covers(home, hospital, { careInstitutionId: 'infirmary' })).toBe(false);
});

it('REF-01 needs the type REFERRAL', () => expect(covers(home, hospital, { types: ['GREEN_CHANNEL'] })).toBe(false));

it('CON-01 is in force from its first to its last day, or to the day it ended early', () => {
  expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map((on) => isInForce(signed, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const ended = { ...signed, endedOn: '2024-03-01' };
  expect(['2024-03-01', '2024-03-02'].map((on) => isInForce(ended, on))).toEqual([true, false]);
});

it('CON-01 is not in force from the day of its suspension on', () => {
  const suspended = { ...signed, suspendedFrom: '2024-03-02' };
  expect(['2024-03-01', '2024-03-02'].map((on) => isInForce(suspended, on))).toEqual([true, false]);
});

it('REF-28 proposes the partner P of a home that names no receiver', () => {
  const on = '2024-06-01';
  expect(contractedPartner([signed, { ...signed, id: 'again' }], on)).toBe('hospital');
  expect(codeOf(() => contractedPartner([signed], '2025-01-01'))).toBe('RECEIVER_MISSING');
  expect(codeOf(() => contractedPartner([signed, { ...signed, medicalInstitutionId: 'other' }], on))).toBe(
    'RECEIVER_MISSING',
  );
});
