import { Refusal } from '@yiyang/decisions';
import type { QualificationFact } from '../../institution/domain/integrated-status.js';
import {
  assertMaySupport,
  assertPartiesEligible,
  canOfferHomeCareBeds,
  distanceKm,
  type Party,
} from './agreement-parties.js';

const ON = '2024-06-01';
const live = (side: 'CARE' | 'MEDICAL', of: Partial<QualificationFact> = {}): QualificationFact => ({
  ...{ side, state: 'ACTIVE', validFrom: '2024-01-01', validTo: '2024-12-31' },
  ...of,
});
const home: Party = {
  ...{
    id: 'home',
    division: '421202',
    hostId: null,
    kind: 'CARE_HOME',
    level: null,
    operationState: 'OPERATING',
    place: null,
  },
  qualifications: [live('CARE')],
};
const hospital: Party = {
  ...{ id: 'hospital', division: '421202', hostId: null, kind: 'GENERAL_HOSPITAL', level: 2, place: null },
  ...{ operationState: 'OPERATING', qualifications: [live('MEDICAL')] },
};
const refusalOf = (decide: () => unknown): Refusal | undefined => {
  try {
    decide();
  } catch (error) {
    return error as Refusal;
  }
  return undefined;
};
const refused = (care: Party, medical: Party, types = ['REFERRAL']) =>
  refusalOf(() => assertPartiesEligible({ care, medical }, types, ON));

describe('the parties of an agreement', () => {
  it('CON-11 may be any qualified institutions in operation', () => {
    expect(refused(home, hospital)).toBeUndefined();
    expect(refused(home, { ...hospital, division: '110105', kind: 'NURSING_HOSPITAL', level: null })).toBeUndefined();
  });

  it.each<[string, Partial<Party>]>([
    ['with a revoked licence', { qualifications: [live('MEDICAL', { state: 'REVOKED' })] }],
    ['with a suspended licence', { qualifications: [live('MEDICAL', { state: 'SUSPENDED' })] }],
    ['whose licence ended yesterday', { qualifications: [live('MEDICAL', { validTo: '2024-05-31' })] }],
    ['with a care filing only', { qualifications: [live('CARE')] }],
    ['not yet started', { operationState: 'NOT_STARTED' }],
    ['suspended', { operationState: 'SUSPENDED' }],
    ['forced to exit', { operationState: 'FORCED_EXIT' }],
  ])('CON-11 refuses a medical partner %s', (_, of) => {
    expect(refused(home, { ...hospital, ...of })).toMatchObject({
      code: 'PARTNER_NOT_ELIGIBLE',
      detail: { rule: 'CON-11', fields: [{ path: 'medicalInstitutionId' }] },
    });
  });

  it('CON-11 a licence holds on its last day', () => {
    expect(refused(home, { ...hospital, qualifications: [live('MEDICAL', { validTo: ON })] })).toBeUndefined();
  });

  it('CON-11 refuses an institution as its own partner', () => {
    const both = { ...hospital, qualifications: [live('CARE'), live('MEDICAL')] };
    expect(refused(both, both)?.detail.inputs).toEqual({ sameInstitution: true });
  });

  it('CON-18 refuses home care beds of a hospital without care filing, and takes them from one that has it', () => {
    expect(refused(hospital, { ...hospital, id: 'other' }, ['HOME_CARE_BED'])).toMatchObject({
      code: 'HOME_CARE_BED_PROVIDER',
      detail: { rule: 'CON-18', fields: [{ path: 'careInstitutionId' }] },
    });
    const filed = { ...hospital, qualifications: [live('MEDICAL'), live('CARE')] };
    expect(refused(filed, { ...hospital, id: 'other' }, ['HOME_CARE_BED'])).toBeUndefined();
    expect([home, filed, hospital].map((provider) => canOfferHomeCareBeds(provider, ON))).toEqual([true, true, false]);
  });
});

describe('distance', () => {
  it('CON-12 computes 42 km, and refuses nothing for it', () => {
    const far = { ...hospital, place: { latitude: 30.2193, longitude: 114.3 } };
    const here = { ...home, place: { latitude: 29.8416, longitude: 114.3 } };
    expect(distanceKm({ care: here, medical: far })).toBe(42);
    expect(refused(here, far)).toBeUndefined();
  });

  it('CON-12 computes nothing where one has not told its place', () => {
    expect(distanceKm({ care: home, medical: { ...hospital, place: { latitude: 30, longitude: 114 } } })).toBeNull();
  });
});

describe('counterpart support', () => {
  const minLevel = { value: 2, clause: '二(三)', source: '宁政办发〔2017〕105号', policyVersion: 'set@1' };
  const codeAt = (
    level: number | null,
    types = ['COUNTERPART_SUPPORT'],
    least: typeof minLevel | undefined = minLevel,
  ) => refusalOf(() => assertMaySupport({ ...hospital, level }, types, least))?.code;

  it('CON-22 is refused to level 1 and to a hospital without level, not to level 2 and 3', () => {
    expect([null, 1, 2, 3].map((level) => codeAt(level))).toEqual([
      'SUPPORT_LEVEL_TOO_LOW',
      'SUPPORT_LEVEL_TOO_LOW',
      undefined,
      undefined,
    ]);
  });

  it('CON-22 says nothing of other types, nor where the rule does not apply', () => {
    expect(codeAt(1, ['REFERRAL'])).toBeUndefined();
    expect(
      refusalOf(() => assertMaySupport({ ...hospital, level: 1 }, ['COUNTERPART_SUPPORT'], undefined)),
    ).toBeUndefined();
  });
});
